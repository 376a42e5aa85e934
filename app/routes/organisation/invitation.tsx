import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { admit, renewSession } from '#app/features/accounts/admission.server.ts';
import { joinForm } from '#app/features/accounts/organisations/forms.ts';
import {
  acceptInvitation,
  joinAsNew,
} from '#app/features/accounts/organisations/invitation-commands.server.ts';
import { readInvitation } from '#app/features/accounts/organisations/queries.server.ts';
import { JoinPage } from '#app/features/accounts/organisations/ui/join-page.tsx';
import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { judgePassword } from '#app/features/accounts/people/strength.server.ts';
import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, opened, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Invitation · Fairroute' }];

/** The secret stands in the address: it goes nowhere from here. */
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const person = await personOf(request);
  const invitation = opened(await readInvitation(scope, found(params['secret']), person?.email));
  return data({ ...invitation, here: new URL(request.url).pathname }, { headers });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const secret = found(params['secret']);
  const person = await personOf(request);
  opened(await readInvitation(scope, secret, person?.email));
  if (person) {
    const joined = await acceptInvitation(scope, secret, person.actor.accountId);
    if (!joined.ok) return refused(joined.refusal);
    const renewed = await renewSession(request, joined.value);
    return redirect('/now', renewed ? { headers: renewed } : {});
  }
  const form = await readForm(request, joinForm);
  if (!form.ok) return badInput(form.reply);
  const joined = await joinAsNew(scope, secret, form.value, judgePassword);
  if (!joined.ok) return saidNo(joined.refusal, form.reply);
  const admission = await admit(request, joined.value.accountId, 'password');
  return redirect('/now', admission.ok ? { headers: admission.headers } : {});
}

export default function Invitation() {
  return <JoinPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
