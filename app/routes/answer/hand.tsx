import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endHand, handOver } from '#app/features/mapping/answering/commands.server.ts';
import { endHandForm, handForm } from '#app/features/mapping/answering/forms.ts';
import { findOverview } from '#app/features/mapping/answering/pages.server.ts';
import { HandPage } from '#app/features/mapping/answering/ui/hand.tsx';
import { formOf, parseForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  const page = await findOverview(scope, link);
  if (page.handed || !page.begun || page.sent) throw redirect(home);
  return data({ home, language: link.language, page }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, home } = await byLink(await enter(request, 'visitor'), params);
  const sent = await formOf(request);
  const ending = parseForm(sent, endHandForm);
  if (ending.ok && ending.value.hand)
    return answered(await endHand(scope, visit, ending.value.hand), `${home}/hand`);
  const form = parseForm(sent, handForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await handOver(scope, visit, form.value), `${home}/hand`, form.reply);
}

export default function Hand() {
  return <HandPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
