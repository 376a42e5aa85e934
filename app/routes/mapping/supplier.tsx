import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { nameSuppliers } from '#app/features/mapping/campaigns/commands.server.ts';
import { supplierForm, type SupplierForm } from '#app/features/mapping/campaigns/forms.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { refusalText, roleWords } from '#app/features/mapping/campaigns/ui/words.ts';
import { mappingLanguages, respondentRoles } from '#app/features/mapping/model.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { countryOptions } from '#app/platform/places.ts';
import { SelectField, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Name a supplier · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name, state } = found(await findCampaign(scope, found(params['id'])));
  return { id, name, state };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  const form = await readForm(request, supplierForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await nameSuppliers(scope, id, [form.value]), `/mapping/campaigns/${id}`, form.reply);
}

export default function Supplier() {
  const { id, name, state } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SupplierForm>('supplier', { reply: answer?.reply });
  return (
    <StepPage
      title="Name a supplier"
      lead={
        state === 'open'
          ? 'With an address they get a link of their own at once.'
          : 'With an address they get a link of their own when you open the campaign.'
      }
      place={{ to: `/mapping/campaigns/${id}`, label: 'The campaign', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Name them"
    >
      <TextField field={fields.name} label="Name" required />
      <SelectField
        field={fields.role}
        label="What they are"
        options={respondentRoles.map((role) => ({ value: role, label: roleWords[role] }))}
      />
      <SelectField field={fields.country} label="Country" options={countryOptions} />
      <TextField field={fields.place} label="Place" optional />
      <TextField field={fields.licence} label="Licence" optional />
      <TextField field={fields.email} label="E-mail address" type="email" optional />
      <SelectField
        field={fields.language}
        label="Language of their mail"
        hint="On their page they choose another."
        options={mappingLanguages.map((code) => ({ value: code, label: languageName(code) }))}
      />
    </StepPage>
  );
}
