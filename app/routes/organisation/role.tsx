import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { roleForm, type RoleForm } from '#app/features/accounts/organisations/forms.ts';
import { changeRole } from '#app/features/accounts/organisations/people-commands.server.ts';
import { findMember, findOwnOrganisation } from '#app/features/accounts/organisations/queries.server.ts';
import { refusalIn } from '#app/features/accounts/organisations/ui/refusals.tsx';
import { RoleField } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change a role · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  await askWhoItIs(request);
  const member = found(await findMember(scope, found(params['membershipId'])));
  return { member, organisation: await findOwnOrganisation(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const { membershipId } = found(await findMember(scope, found(params['membershipId'])));
  const form = await readForm(request, roleForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await changeRole(scope, membershipId, form.value), '/organisation', form.reply);
}

export default function ChangeRole() {
  const { member, organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RoleForm>('role', { reply: answer?.reply, saved: { role: member.role } });
  return (
    <StepPage
      title={`Change the role of ${member.name}`}
      place={{ to: '/organisation', label: organisation.name }}
      lead={`${member.name} is signed out at once and comes in with the new role the next time.`}
      form={form}
      refusal={refusalIn(answer?.refusal)}
      button="Change the role"
    >
      <RoleField field={fields.role} kind={organisation.kind} />
    </StepPage>
  );
}
