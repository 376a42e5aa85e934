import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { volumesForm, type VolumesForm } from '#app/features/applications/forms.ts';
import { volumesToEdit } from '#app/features/applications/sections/edit.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { corridorName } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { NumberField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Workers placed · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'volumes'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, volumesForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'volumes', form.value), '/apply/agents', form.reply);
}

export default function Volumes() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<VolumesForm>('volumes', {
    reply: answer?.reply,
    saved: volumesToEdit(view.answers, view.corridors),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="How many workers you placed in the last 12 months, by corridor. Estimates are fine where you keep no count."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        {fields.volumes.getFieldList().map((item) => {
          const volume = item.getFieldset();
          const corridor = volume.corridor.initialValue ?? '';
          return (
            <fieldset key={item.name} className="flex flex-wrap gap-6">
              <legend className="mb-2 font-semibold">{corridorName(corridor)}</legend>
              <input type="hidden" name={volume.corridor.name} value={corridor} />
              <NumberField field={volume.women} label="Women" />
              <NumberField field={volume.men} label="Men" />
            </fieldset>
          );
        })}
        {view.corridors.length === 0 ? (
          <p>First say which corridors you serve, in the section before this one.</p>
        ) : null}
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
