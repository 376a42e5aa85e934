import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { foundedKinds, foundForm, type FoundForm } from '#app/features/accounts/organisations/forms.ts';
import { bringIn } from '#app/features/accounts/organisations/founding-commands.server.ts';
import { refusalIn } from '#app/features/accounts/organisations/ui/refusals.tsx';
import { kindNames, RoleField } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { RadioGroup, SelectField, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Bring in an organisation · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, foundForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await bringIn(scope, form.value);
  return outcome.ok
    ? redirect(`/scheme/organisations/${outcome.value.id}`)
    : refused(outcome.refusal, form.reply);
}

const kindOptions = foundedKinds.map((value) => ({ value, label: kindNames[value] }));

export default function NewOrganisation() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<FoundForm>('found', { reply: answer?.reply });
  return (
    <StepPage
      title="Bring in an organisation"
      place={{ to: '/scheme/organisations', label: 'Organisations' }}
      lead="Its first owner gets a mail with a link that works for two weeks, and invites everyone else. Recruiters sign up by themselves."
      form={form}
      refusal={refusalIn(answer?.refusal)}
      button="Bring it in and invite the owner"
    >
      <RadioGroup field={fields.kind} label="What it is" options={kindOptions} />
      <TextField field={fields.name} label="Name" autoComplete="off" />
      <SelectField field={fields.country} label="Country" options={countryOptions} empty="Choose a country" />
      <TextField
        field={fields.email}
        label="E-mail address of its first owner"
        type="email"
        autoComplete="off"
      />
      <RoleField field={fields.role} hint="What its first owner works as" />
    </StepPage>
  );
}
