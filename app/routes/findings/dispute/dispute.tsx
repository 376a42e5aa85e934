import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { disputeForm, type DisputeForm } from '#app/features/audits/findings/disputes/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Dispute the finding · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, disputeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await disputeFinding(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Dispute() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DisputeForm>('dispute', { reply: answer?.reply });
  const { disputeDays, disputeAnswerDays } = record.finding.terms.correctiveAction;
  return (
    <StepPage
      title="Dispute the finding"
      lead={`Within ${disputeDays} days of its issue, and once. Somebody at the audit body who did not raise the finding answers within ${disputeAnswerDays} days: it is kept, given another grade, or withdrawn. Your clocks stand still until then.`}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Dispute the finding"
      context={<FindingFacts record={record} />}
    >
      <TextArea
        field={fields.statement}
        label="What you contest"
        hint="Which fact is wrong or which grade, and what shows it. No names of workers."
      />
    </StepPage>
  );
}
