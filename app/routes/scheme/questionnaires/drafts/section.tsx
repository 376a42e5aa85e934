import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { sectionForm } from '#app/features/mapping/questionnaires/forms.ts';
import { sectionAt } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { withSection } from '#app/features/mapping/questionnaires/rules.ts';
import {
  SectionFields,
  type SectionAnswers,
} from '#app/features/mapping/questionnaires/ui/section-fields.tsx';
import { refusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Section · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  const at = found(sectionAt(definition, params['section']));
  return { id, title: definition.title.en, languages: definition.languages, revision, ...at };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition } = found(await findDraft(scope, found(params['draftId'])));
  const { section } = found(sectionAt(definition, params['section']));
  const form = await readForm(request, sectionForm(definition.languages));
  if (!form.ok) return badInput(form.reply);
  const { revision, ...said } = form.value;
  const edit = withSection(section?.name, said);
  const outcome = await changeDraft(scope, id, { part: 'section', name: said.name, edit, revision });
  return answered(outcome, `/scheme/questionnaires/drafts/${id}`, form.reply);
}

export default function Section() {
  const { id, title, languages, revision, section, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draft = `/scheme/questionnaires/drafts/${id}`;
  const saved = { ...section, place: String(place), revision: String(revision) };
  const [form, fields] = useFields<SectionAnswers>('section', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={section ? `Section ${section.title.en}` : 'A new section'}
      place={{ to: draft, label: title }}
      lead="A section is one page for whoever answers, and what they may hand to a colleague."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <SectionFields fields={fields} languages={languages} />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
      {section ? (
        <TextLink to={`${draft}/sections/${section.name}/remove`}>Take this section out</TextLink>
      ) : null}
    </StepPage>
  );
}
