import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { giveUpOwnership } from '#app/features/accounts/organisations/people-commands.server.ts';
import { findOwnOrganisation } from '#app/features/accounts/organisations/queries.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Give up my ownership · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  await askWhoItIs(request);
  return { organisation: await findOwnOrganisation(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await giveUpOwnership(scope);
  return answered(outcome, '/organisation', form.reply);
}

export default function GiveUp() {
  const { organisation } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title="Give up my ownership"
      lead={`You keep your role in ${organisation.name}, and decide no more who works in it. Another owner can make you one again.`}
      button="Give it up"
      danger
      back={{ to: '/organisation', label: 'People' }}
      answer={useActionData<typeof action>()}
    />
  );
}
