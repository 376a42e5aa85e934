import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declarationsForm, type DeclarationsForm } from '#app/features/applications/forms.ts';
import { declarationsToEdit } from '#app/features/applications/sections/edit.ts';
import { declarationCodes, declarations } from '#app/features/applications/model.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { CheckboxField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Declarations · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'declarations'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, declarationsForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'declarations', form.value), '/apply/submit', form.reply);
}

export default function Declarations() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<DeclarationsForm>('declarations', {
    reply: answer?.reply,
    saved: declarationsToEdit(view.answers),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="Read each sentence. The audit will hold you to all of them."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        {declarationCodes.map((code) => (
          <CheckboxField key={code} field={fields[code]} label={declarations[code]} />
        ))}
        <TextField field={fields.signedBy} label="Signed by" hint="Full name" autoComplete="name" />
        <TextField field={fields.position} label="Position" />
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
