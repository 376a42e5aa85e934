import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findItem } from '#app/features/mapping/policies/checklist.ts';
import { judgeItem } from '#app/features/mapping/policies/commands.server.ts';
import { verdictForm, type VerdictForm } from '#app/features/mapping/policies/forms.ts';
import { verdictNames, verdicts } from '#app/features/mapping/policies/model.ts';
import { findVersion, listJudged } from '#app/features/mapping/policies/queries.server.ts';
import { coversInWords, refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'A question to a policy · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, number, title, words } = found(
    await findVersion(scope, found(params['id']), found(params['version'])),
  );
  const item = found(findItem(found(params['item'])));
  const before = (await listJudged(scope.db, id, number)).find((one) => one.item === item.code);
  return { id, number, title, words, item, before: before ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, number } = found(await findVersion(scope, found(params['id']), found(params['version'])));
  const item = found(findItem(found(params['item'])));
  const form = await readForm(request, verdictForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await judgeItem(scope, { policyId: id, number }, item.code, form.value);
  return answered(outcome, `/mapping/policies/${id}/${number}`, form.reply);
}

export default function ItemPage() {
  const { id, number, title, words, item, before } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = before ? { verdict: before.verdict, passage: before.passage ?? '' } : undefined;
  const [form, fields] = useFields<VerdictForm>('verdict', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={item.question}
      lead={item.sufficient}
      place={{ to: `/mapping/policies/${id}/${number}`, label: `Version ${number}`, eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
      context={
        <details>
          <summary>Read the text</summary>
          <Card>
            <div className="whitespace-pre-wrap">{words}</div>
          </Card>
        </details>
      }
    >
      <p className="text-ink-2">{coversInWords(item.covers)}</p>
      <RadioGroup
        field={fields.verdict}
        label="Does the text say it?"
        options={verdicts.map((value) => ({ value, label: verdictNames[value] }))}
      />
      <TextArea
        field={fields.passage}
        label="The passage that says it"
        hint="Word for word, where it is covered at least partly"
        optional
      />
      <TextArea field={fields.note} label="A note" rows={3} optional />
    </StepPage>
  );
}
