import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { questionForm } from '#app/features/mapping/questionnaires/forms.ts';
import { placeIn, questionAt, questionView } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { withQuestion } from '#app/features/mapping/questionnaires/rules.ts';
import { Faults } from '#app/features/mapping/questionnaires/ui/faults.tsx';
import {
  asFields,
  QuestionFields,
  type QuestionAnswers,
} from '#app/features/mapping/questionnaires/ui/question-fields.tsx';
import { refusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Question · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  return { id, revision, ...found(questionView(definition, placeIn(params))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition } = found(await findDraft(scope, found(params['draftId'])));
  const at = placeIn(params);
  found(questionAt(definition, at));
  const form = await readForm(request, questionForm(definition.languages));
  if (!form.ok) return badInput(form.reply);
  const { question, revision } = form.value;
  const change = {
    part: 'question',
    name: question.name,
    edit: withQuestion(at, question),
    revision,
  } as const;
  return answered(await changeDraft(scope, id, change), `/scheme/questionnaires/drafts/${id}`, form.reply);
}

export default function Question() {
  const { id, revision, title, section, rows, question, place, faults, ...view } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draft = `/scheme/questionnaires/drafts/${id}`;
  const saved = asFields(question, place, revision);
  const [form, fields] = useFields<QuestionAnswers>('question', { reply: answer?.reply, saved });
  const within = `${draft}/sections/${section.name}`;
  const own = rows ? `${within}/rows/${rows.name}/columns` : `${within}/questions`;
  return (
    <StepPage
      title={question ? question.label.en : rows ? 'A new column' : 'A new question'}
      place={{ to: draft, label: title, eyebrow: rows ? `${section.title} / ${rows.label}` : section.title }}
      lead="A draft may hold what cannot be asked yet: it says what is to be corrected before it is published."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
      context={<Faults faults={faults} />}
    >
      <QuestionFields fields={fields} {...view} inRows={rows !== undefined} />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
      {question ? <TextLink to={`${own}/${question.name}/remove`}>Take this question out</TextLink> : null}
    </StepPage>
  );
}
