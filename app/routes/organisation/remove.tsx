import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { removeMember } from '#app/features/accounts/organisations/people-commands.server.ts';
import { findMember } from '#app/features/accounts/organisations/queries.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove somebody · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  await askWhoItIs(request);
  return { member: found(await findMember(scope, found(params['membershipId']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { membershipId } = found(await findMember(scope, found(params['membershipId'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await removeMember(scope, membershipId);
  return answered(outcome, '/organisation', form.reply);
}

export default function Remove() {
  const { member } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title={`Remove ${member.name}`}
      lead={`${member.name} is signed out at once and sees nothing of this organisation any more. What they did stays on record under their name.`}
      button="Remove"
      danger
      back={{ to: '/organisation', label: 'People' }}
      answer={useActionData<typeof action>()}
    />
  );
}
