import type { ReactNode } from 'react';

import { TextArea } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import type { ReasonForm } from '../forms.ts';
import { levelNames, type Level } from '../model.ts';
import { placeOfAuditor } from './place.ts';

type Props = {
  title: string;
  /** What follows from it, in words, before it is so. */
  lead: ReactNode;
  back: { to: string; label: string };
  button: string;
  danger?: boolean;
  answer: FormAnswer;
};

/** What somebody does to a record of an auditor: what follows, and why. */
export function ReasonPage({ title, lead, back, button, danger = false, answer }: Props) {
  const [form, fields] = useFields<ReasonForm>('auditor', { reply: answer?.reply });
  return (
    <StepPage
      title={title}
      lead={lead}
      place={back}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={button}
      danger={danger}
    >
      <TextArea field={fields.reason} label="Reason" />
    </StepPage>
  );
}

type Approval = { auditor: string; bodyId: string; accountId: string; level: Level };

/** The same of an approval: `title` says what is done to it. */
export const ApprovalReason = ({
  approval,
  title,
  ...step
}: Omit<Props, 'back'> & { approval: Approval }) => (
  <ReasonPage
    {...step}
    title={`${title}: ${approval.auditor}, ${levelNames[approval.level].toLowerCase()}`}
    back={placeOfAuditor(approval, approval.auditor)}
  />
);
