import type { ReactNode } from 'react';

import { TextArea } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from './refusals.ts';

type Props = {
  application: { id: string; recruiter: string; reference: string };
  title: string;
  lead: ReactNode;
  hint: string;
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** The page on which a review is decided: what follows from it, and the reasons. */
export function ReviewPage({ application, title, lead, hint, button, danger = false, answer }: Props) {
  const [form, fields] = useFields<{ reasons: string }>('review', { reply: answer?.reply });
  const back = `/scheme/applications/${application.id}`;
  return (
    <StepPage
      title={title}
      place={{ to: back, label: application.recruiter, eyebrow: application.reference }}
      lead={lead}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={button}
      danger={danger}
    >
      <TextArea field={fields.reasons} label="Reasons" hint={hint} />
    </StepPage>
  );
}
