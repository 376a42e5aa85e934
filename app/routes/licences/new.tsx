import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { declareForm, type DeclareForm } from '#app/features/licences/forms.ts';
import { refusalText } from '#app/features/licences/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { DateField, SelectField, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a licence · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'recruiter');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await declareLicence(scope, form.value), '/licences', form.reply);
}

export default function NewLicence() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DeclareForm>('licence', { reply: answer?.reply });
  return (
    <StepPage
      title="Add a licence"
      place={{ to: '/licences', label: 'Your licences' }}
      lead="Write what is printed on the licence. It stands as declared until the scheme or the authority has confirmed it."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add the licence"
    >
      <TextField field={fields.authority} label="Authority" hint="Who issued it, as printed" />
      <SelectField field={fields.country} label="Country" options={countryOptions} empty="Choose a country" />
      <TextField field={fields.number} label="Number" autoComplete="off" />
      <TextField field={fields.type} label="Type" hint="Such as “foreign employment, class A”" optional />
      <DateField field={fields.issuedOn} label="Issued on" optional />
      <DateField field={fields.validUntil} label="Valid until" hint="Its last day" />
      <TextField
        field={fields.registerUrl}
        label="Where it stands on the register"
        hint="The address of the page that shows it, beginning with https://"
        inputMode="url"
        width="full"
        optional
      />
    </StepPage>
  );
}
