import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { organisationKinds } from '#app/features/accounts/model.ts';
import { ownerForm, type OwnerForm } from '#app/features/accounts/organisations/forms.ts';
import { inviteOwner } from '#app/features/accounts/organisations/founding-commands.server.ts';
import { findOrganisation } from '#app/features/accounts/organisations/lists.server.ts';
import { refusalIn } from '#app/features/accounts/organisations/ui/refusals.tsx';
import { RoleField } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused, tooMany } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Invite an owner · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const { id, name, kind } = found(await findOrganisation(scope, found(params['id'])));
  return { id, name, kind: organisationKinds.find((known) => known === kind) ?? 'company' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findOrganisation(scope, found(params['id'])));
  const form = await readForm(request, ownerForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await inviteOwner(scope, id, form.value);
  return outcome.ok ? redirect(`/scheme/organisations/${id}`) : refused(outcome.refusal, form.reply);
}

export default function InviteOwner() {
  const { id, name, kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<OwnerForm>('owner', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Invite an owner"
        back={{ to: `/scheme/organisations/${id}`, label: name }}
        lead={`For when nobody is left in ${name} who could invite anybody. The scheme does not do it otherwise.`}
      />
      <PageForm form={form} refusal={refusalIn(answer?.refusal)}>
        <TextField field={fields.email} label="E-mail address" type="email" autoComplete="off" />
        <RoleField field={fields.role} kind={kind} />
        <Button>Send the invitation</Button>
      </PageForm>
    </>
  );
}
