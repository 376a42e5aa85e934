import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Summary } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { officerReasons, ownReasons, withdrawalNames, type JobOrder } from '../model.ts';
import { jobFacts } from './facts.tsx';
import { refusalText } from './refusals.ts';

type Props = { job: JobOrder; answer: FormAnswer; by: 'recruiter' | 'officer' };

/** The same step for both who may take it; an officer says more. */
export function WithdrawJob({ job, answer, by }: Props) {
  const [form, fields] = useFields<{ reason: string; note: string }>('withdraw', { reply: answer?.reply });
  const officer = by === 'officer';
  const reasons = officer ? officerReasons : ownReasons;
  return (
    <StepPage
      title="Withdraw this job order"
      lead="The register shows it no more, and workers who ask about it hear that it was withdrawn. It does not come back."
      place={{
        to: `${officer ? '/scheme' : ''}/job-orders/${job.number}`,
        label: job.occupation,
        eyebrow: job.number,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={officer ? 'Withdraw it and tell the recruiter' : 'Withdraw it'}
      danger
      context={<Summary items={jobFacts(job)} />}
    >
      <RadioGroup
        field={fields.reason}
        label="Why"
        options={reasons.map((value) => ({ value, label: withdrawalNames[value] }))}
      />
      <TextArea
        field={fields.note}
        label={officer ? 'Reasons' : 'Note'}
        hint={officer ? 'The recruiter gets these words by mail. Name no worker.' : 'The scheme reads it'}
        rows={3}
        optional={!officer}
      />
    </StepPage>
  );
}
