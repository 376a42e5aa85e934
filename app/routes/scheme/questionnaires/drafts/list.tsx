import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { listForm } from '#app/features/mapping/questionnaires/forms.ts';
import { listAt } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { withList } from '#app/features/mapping/questionnaires/rules.ts';
import { ListFields, type ListAnswers } from '#app/features/mapping/questionnaires/ui/list-fields.tsx';
import { refusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'List · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  const { list } = found(listAt(definition, params['list']));
  return { id, title: definition.title.en, languages: definition.languages, revision, list };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition } = found(await findDraft(scope, found(params['draftId'])));
  const before = found(listAt(definition, params['list'])).list;
  const form = await readForm(request, listForm(definition.languages));
  if (!form.ok) return badInput(form.reply);
  const { list, revision } = form.value;
  const edit = withList(before?.name, list);
  const outcome = await changeDraft(scope, id, { part: 'list', name: list.name, edit, revision });
  return answered(outcome, `/scheme/questionnaires/drafts/${id}`, form.reply);
}

export default function List() {
  const { id, title, languages, revision, list } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const draft = `/scheme/questionnaires/drafts/${id}`;
  const saved = { name: list?.name, codes: list?.codes ?? [{}], revision: String(revision) };
  const [form, fields] = useFields<ListAnswers>('list', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={list ? `List ${list.name}` : 'A new list'}
      place={{ to: draft, label: title }}
      lead="What can be chosen, in the order in which it is shown."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <ListFields form={form} fields={fields} languages={languages} />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
      {list ? <TextLink to={`${draft}/lists/${list.name}/remove`}>Take this list out</TextLink> : null}
    </StepPage>
  );
}
