import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { agencyForm, type AgencyForm } from '#app/features/applications/forms.ts';
import { agencyToEdit } from '#app/features/applications/sections/edit.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'About the agency · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'agency'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, agencyForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'agency', form.value), '/apply/licences', form.reply);
}

export default function Agency() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<AgencyForm>('agency', {
    reply: answer?.reply,
    saved: agencyToEdit(view.answers),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="Who you are, as your licence and the company register have it."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        <TextField field={fields.legalName} label="Legal name" hint="As on your licence, in Latin letters" />
        <TextField field={fields.legalNameLocal} label="Name in the local script" optional />
        <TextArea
          field={fields.tradingNames}
          label="Trading names"
          hint="Names on your signboard, adverts and social pages; one a line"
          rows={3}
          optional
        />
        <TextField field={fields.companyNumber} label="Company registration number" />
        <TextArea field={fields.address} label="Address of the head office" rows={3} />
        <SelectField
          field={fields.country}
          label="Country"
          options={countryOptions}
          empty="Choose a country"
        />
        <TextField field={fields.website} label="Website" hint="With https://" type="url" optional />
        <TextField field={fields.contactName} label="Who we may contact" autoComplete="name" />
        <TextField
          field={fields.contactPhone}
          label="Telephone"
          hint="With the country code"
          type="tel"
          optional
        />
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
