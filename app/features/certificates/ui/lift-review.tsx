import { TextArea } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from './refusals.ts';

type Props = {
  listed: { recruiter: string; certificate: { id: string; number: string } };
  answer: FormAnswer;
};

/** A suspension for what was done to workers, or found in an audit: the panel says whether it ends. */
export function LiftReview({ listed, answer }: Props) {
  const [form, fields] = useFields<{ note: string }>('lift-review', { reply: answer?.reply });
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <StepPage
      title="Put the suspension before the panel"
      lead="The panel reads the package and decides whether the suspension ends. Until then the register goes on saying “Suspended”, and its months go on. You do not vote on what you put before it."
      place={{ to: back, label: listed.recruiter, eyebrow: listed.certificate.number }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Put it before the panel"
    >
      <TextArea
        field={fields.note}
        label="Reasons"
        hint="What led to the suspension, what was put right, and who saw it. The panel reads this."
      />
    </StepPage>
  );
}
