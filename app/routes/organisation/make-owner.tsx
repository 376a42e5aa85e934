import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { giveOwnership } from '#app/features/accounts/organisations/people-commands.server.ts';
import { findMember } from '#app/features/accounts/organisations/queries.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Make an owner · Fairroute' }];

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
  const outcome = await giveOwnership(scope, membershipId);
  return answered(outcome, '/organisation', form.reply);
}

export default function MakeOwner() {
  const { member } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title={`Make ${member.name} an owner`}
      lead="Owners invite and remove people, change roles and read the trail of the organisation. You stay an owner too until you give it up."
      button="Make owner"
      back={{ to: '/organisation', label: 'People' }}
      answer={useActionData<typeof action>()}
    />
  );
}
