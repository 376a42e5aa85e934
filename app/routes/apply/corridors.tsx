import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { corridorsForm, type CorridorsForm } from '#app/features/applications/forms.ts';
import { corridorsToEdit } from '#app/features/applications/sections/edit.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { sectorOptions } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { CheckboxGroup, Repeated, SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Corridors and sectors · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'corridors'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, corridorsForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'corridors', form.value), '/apply/volumes', form.reply);
}

export default function Corridors() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<CorridorsForm>('corridors', {
    reply: answer?.reply,
    saved: corridorsToEdit(view.answers),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="From where to where you recruit, for which work, and from which offices. The certificate will cover these and no others."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        <Repeated form={form} field={fields.corridors} label="Your corridors" noun="Corridor">
          {(item) => {
            const corridor = item.getFieldset();
            return (
              <>
                <SelectField
                  field={corridor.origin}
                  label="Workers come from"
                  options={countryOptions}
                  empty="Choose a country"
                />
                <SelectField
                  field={corridor.destination}
                  label="Workers go to"
                  options={countryOptions}
                  empty="Choose a country"
                />
              </>
            );
          }}
        </Repeated>
        <CheckboxGroup
          field={fields.sectors}
          label="Sectors"
          hint="Choose all that you recruit for"
          options={sectorOptions}
        />
        <TextArea field={fields.offices} label="Offices" hint="One a line, the head office first" rows={4} />
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
