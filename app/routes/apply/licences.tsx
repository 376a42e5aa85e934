import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { licencesForm, type LicencesForm } from '#app/features/applications/forms.ts';
import { licencesToEdit } from '#app/features/applications/sections/edit.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { DateField, Repeated, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Licences · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'licences'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, licencesForm(dayOf(scope.now)));
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'licences', form.value), '/apply/licence-scan', form.reply);
}

export default function Licences() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<LicencesForm>('licences', {
    reply: answer?.reply,
    saved: licencesToEdit(view.answers),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="Every licence you need to recruit, in each country where you do. We check the numbers with the authority."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        <Repeated form={form} field={fields.licences} label="Your licences" noun="Licence">
          {(item) => {
            const licence = item.getFieldset();
            return (
              <>
                <TextField
                  field={licence.authority}
                  label="Issuing authority"
                  hint="As printed on the licence"
                />
                <SelectField
                  field={licence.jurisdiction}
                  label="Country it is valid in"
                  options={countryOptions}
                  empty="Choose a country"
                />
                <TextField field={licence.number} label="Licence number" width="short" />
                <DateField
                  field={licence.validUntil}
                  label="Valid until"
                  hint="The last day on the licence"
                />
              </>
            );
          }}
        </Repeated>
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
