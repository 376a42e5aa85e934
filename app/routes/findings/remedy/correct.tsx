import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { correctEntry } from '#app/features/audits/remedy/commands/correct-entry.server.ts';
import { correctForm, type CorrectForm } from '#app/features/audits/remedy/forms.ts';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { correctable } from '#app/features/audits/remedy/rules.ts';
import { entryInWords } from '#app/features/audits/remedy/ui/ledger.tsx';
import { placeOfRemedy } from '#app/features/audits/remedy/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Correct an entry · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'recruiter');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  const remedy = await findRemedy(scope.db, finding.id);
  const entries = remedy ? correctable(remedy, finding, scope.actor.kind === 'recruiter') : [];
  return { finding, entries: entries.map((entry) => ({ value: entry.id, label: entryInWords(entry) })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'recruiter');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, correctForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await correctEntry(scope, id, form.value), `/findings/${id}/remedy`, form.reply);
}

export default function Page() {
  const { finding, entries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CorrectForm>('correct', { reply: answer?.reply });
  return (
    <StepPage
      title="Correct an entry"
      lead="The entry is taken back by its opposite, and both stay in the ledger. Then record it anew as it is right."
      place={placeOfRemedy(finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Take it back"
    >
      <RadioGroup field={fields.entry} label="Entry that is wrong" options={entries} />
      <TextArea field={fields.note} label="What was wrong" hint="Everybody who sees the ledger reads this." />
    </StepPage>
  );
}
