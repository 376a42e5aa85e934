import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

export type AppealStep =
  | ('to_decide' | 'to_confirm' | 'sent_back')
  | ('acknowledgement_late' | 'decision_soon' | 'decision_late' | 'escalated');

type Appeal = {
  step: AppealStep;
  number: string;
  recruiter: string;
  dueDay: string;
  acknowledgeDay: string;
  link: string;
};
type Words = { subject: string; heading: string; what: string };

const wordsOf = ({ step, number, recruiter, dueDay, acknowledgeDay }: Appeal): Words => {
  switch (step) {
    case 'to_decide':
      return {
        subject: `Certificate ${number}: an appeal to decide`,
        heading: 'An appeal was lodged',
        what: `${recruiter} appeals against a decision on certificate ${number}. You had no part in it, as far as we know: declare whether anything ties you to them, then read it. It is decided by ${dueDay}.`,
      };
    case 'to_confirm':
      return {
        subject: `Certificate ${number}: a decision on the appeal to confirm`,
        heading: 'A second person is needed',
        what: `A colleague proposes what becomes of the appeal of ${recruiter}. Two people decide it: declare whether anything ties you to them, read it, then confirm the proposal or send it back. It is decided by ${dueDay}.`,
      };
    case 'sent_back':
      return {
        subject: `Certificate ${number}: the appeal is to be decided anew`,
        heading: 'The proposal was sent back',
        what: `A second person did not agree with what was proposed on the appeal of ${recruiter}. Read why, and propose anew. It is decided by ${dueDay}.`,
      };
    case 'acknowledgement_late':
      return {
        subject: `Certificate ${number}: an appeal is not acknowledged yet`,
        heading: 'An appeal waits to be acknowledged',
        what: `${recruiter} was to hear by ${acknowledgeDay} that its appeal is complete. Nobody has told them.`,
      };
    case 'decision_soon':
      return {
        subject: `Certificate ${number}: decide the appeal by ${dueDay}`,
        heading: 'An appeal is due',
        what: `The appeal of ${recruiter} is to be decided by ${dueDay}.`,
      };
    case 'decision_late':
      return {
        subject: `Certificate ${number}: the appeal is late`,
        heading: 'An appeal is late',
        what: `The appeal of ${recruiter} was to be decided by ${dueDay}. Decide it, or find somebody who had no part in the decision.`,
      };
    case 'escalated':
      return {
        subject: `Certificate ${number}: an appeal is late, see to it`,
        heading: 'A late appeal comes to you',
        what: `The appeal of ${recruiter} was to be decided by ${dueDay}, and is not. You own the scheme: find two people who had no part in the decision, invite them if there are none, and have it decided. You may see to that also where you may not decide it yourself.`,
      };
  }
};

/** An appeal on its way, to those of the scheme who may decide it. */
export const certificateAppeal = (appeal: Appeal): Email => {
  const { subject, heading, what } = wordsOf(appeal);
  return {
    subject,
    body: (
      <EmailFrame
        heading={heading}
        preview={what}
        why={
          appeal.step === 'escalated'
            ? 'You get this because you own the scheme’s organisation.'
            : 'You get this because you may decide appeals for the scheme.'
        }
      >
        <Paragraph>{what}</Paragraph>
        <NextStep link={appeal.link}>Open the appeal</NextStep>
      </EmailFrame>
    ),
  };
};
