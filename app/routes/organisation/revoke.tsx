import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { revokeInvitation } from '#app/features/accounts/organisations/invitation-commands.server.ts';
import { findInvitation } from '#app/features/accounts/organisations/queries.server.ts';
import { SurePage } from '#app/features/accounts/organisations/ui/sure-page.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Take back an invitation · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  return { invitation: found(await findInvitation(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { id } = found(await findInvitation(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await revokeInvitation(scope, id);
  return answered(outcome, '/organisation', form.reply);
}

export default function Revoke() {
  const { invitation } = useLoaderData<typeof loader>();
  return (
    <SurePage
      title="Take back the invitation"
      lead={`The link that was mailed to ${invitation.email} opens nothing from then on.`}
      button="Take it back"
      danger
      back={{ to: '/organisation', label: 'People' }}
      answer={useActionData<typeof action>()}
    />
  );
}
