import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordLanguage } from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import { languageForm, type LanguageForm } from '#app/features/bodies/auditors/forms.ts';
import { languageLevelNames, languageLevels } from '#app/features/bodies/auditors/model.ts';
import { languageOptions } from '#app/platform/names/languages.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { auditorPath, placeOfAuditor } from '#app/features/bodies/auditors/ui/place.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { auditorOfBody } from './of-body.server.ts';

export const meta: MetaFunction = () => [{ title: 'Record a language · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { bodyId, auditor } = found(await auditorOfBody(scope, params));
  return { bodyId, auditor };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const { who } = found(await auditorOfBody(scope, params));
  const form = await readForm(request, languageForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await recordLanguage(scope, who, form.value), auditorPath(who), form.reply);
}

export default function Record() {
  const { bodyId, auditor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<LanguageForm>('record', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a language"
      lead="A language that was recorded before takes the new level."
      place={placeOfAuditor({ bodyId, accountId: auditor.id }, auditor.name)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record"
    >
      <SelectField
        field={fields.language}
        label="Language"
        options={languageOptions}
        empty="Choose a language"
      />
      <RadioGroup
        field={fields.level}
        label="Good enough for"
        options={languageLevels.map((value) => ({
          value,
          label: languageLevelNames[value],
          hint: hints[value],
        }))}
      />
      <TextArea field={fields.evidence} label="How it is known" rows={3} />
    </StepPage>
  );
}

const hints = {
  interview: 'Hears workers out without an interpreter',
  working: 'Runs meetings, reads records and interviews in it',
};
