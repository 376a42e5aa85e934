import type { ReactNode } from 'react';

import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from './words.ts';

type Props = {
  id: string;
  /** Of the questionnaire. */
  title: string;
  revision: number;
  answer: FormAnswer;
  step: string;
  lead: string;
  button: string | undefined;
  context?: ReactNode;
};

/** A step of a draft that asks only to be sure, of the draft as it was seen. */
export function SureStep({ id, title, revision, answer, step, lead, button, context }: Props) {
  const saved = { revision: String(revision) };
  const [form, fields] = useFields<{ revision: string }>('sure', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={step}
      place={{ to: `/scheme/questionnaires/drafts/${id}`, label: title }}
      lead={lead}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={button}
      context={context}
    >
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
    </StepPage>
  );
}
