import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { inviteForm, type InviteForm } from '#app/features/accounts/organisations/forms.ts';
import { invite } from '#app/features/accounts/organisations/invitation-commands.server.ts';
import { findOwnOrganisation } from '#app/features/accounts/organisations/queries.server.ts';
import { refusalIn } from '#app/features/accounts/organisations/ui/refusals.tsx';
import { RoleField } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { CheckboxField, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Invite somebody · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  await askWhoItIs(request);
  return { organisation: await findOwnOrganisation(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const form = await readForm(request, inviteForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await invite(scope, form.value);
  return outcome.ok ? redirect('/organisation') : refused(outcome.refusal, form.reply);
}

export default function Invite() {
  const { organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Omit<InviteForm, 'asOwner'> & { asOwner: string }>('invite', {
    reply: answer?.reply,
  });
  return (
    <StepPage
      title="Invite somebody"
      place={{ to: '/organisation', label: organisation.name }}
      lead="They get a mail with a link that works for two weeks, once. Only whoever reads that mailbox can join."
      form={form}
      refusal={refusalIn(answer?.refusal)}
      button="Send the invitation"
    >
      <TextField field={fields.email} label="E-mail address" type="email" autoComplete="off" />
      <RoleField field={fields.role} kind={organisation.kind} />
      <CheckboxField
        field={fields.asOwner}
        label="As an owner"
        hint="Owners invite and remove people, change roles and read the trail of the organisation."
      />
    </StepPage>
  );
}
