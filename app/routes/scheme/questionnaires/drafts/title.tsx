import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { titleForm } from '#app/features/mapping/questionnaires/forms.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { withTitle } from '#app/features/mapping/questionnaires/rules.ts';
import { refusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { WordsFields } from '#app/features/mapping/questionnaires/ui/words-fields.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Title and languages · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  return { id, title: definition.title, languages: definition.languages, revision };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, name, definition } = found(await findDraft(scope, found(params['draftId'])));
  const form = await readForm(request, titleForm(definition.languages));
  if (!form.ok) return badInput(form.reply);
  const { title, languages, revision } = form.value;
  const edit = withTitle(title, languages);
  const outcome = await changeDraft(scope, id, { part: 'title', name, edit, revision });
  return answered(outcome, `/scheme/questionnaires/drafts/${id}`, form.reply);
}

type TitleAnswers = { title: Record<string, string | undefined>; languages: string; revision: string };

export default function Title() {
  const { id, title, languages, revision } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { title, languages: languages.join(' '), revision: String(revision) };
  const [form, fields] = useFields<TitleAnswers>('title', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Title and languages"
      place={{ to: `/scheme/questionnaires/drafts/${id}`, label: title.en }}
      lead="Whatever is not written in a language is shown in English."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <WordsFields fields={fields.title.getFieldset()} languages={languages} label="Title" />
      <TextField
        field={fields.languages}
        label="Languages it is written in"
        hint="Codes with a space between, English first: en ne bn"
      />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
    </StepPage>
  );
}
