import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Change = 'suspension' | 'suspension_goes_on' | 'withdrawal';
type Owed = 'containment' | 'plan' | 'new_plan' | 'evidence' | 'new_evidence';
type Announced = {
  number: string;
  finding: string;
  change: Change;
  owed: Owed;
  dueDay: string;
  late: boolean;
  day: string;
  days: number;
  extendable: boolean;
  link: string;
};

const counted = (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

const tasks: Record<Owed, string> = {
  containment: 'Say how the harm was stopped',
  plan: 'Send the corrective action plan',
  new_plan: 'Send a new corrective action plan',
  evidence: 'Send the evidence that it is corrected',
  new_evidence: 'Send other evidence that it is corrected',
};

const subjects: Record<Change, (number: string) => string> = {
  suspension: (number) => `Certificate ${number} will be suspended`,
  suspension_goes_on: (number) => `Certificate ${number} will stay suspended`,
  withdrawal: (number) => `Certificate ${number} will be withdrawn`,
};

const consequences: Record<Change, (day: string) => string> = {
  suspension: (day) =>
    `If it is not done, the certificate is suspended on ${day}, and only the decision panel can lift that.`,
  suspension_goes_on: (day) =>
    `If it is not done, the certificate, which is suspended already, is suspended for this finding as well from ${day} on.`,
  withdrawal: (day) => `If it is not done, the suspended certificate is withdrawn for good on ${day}.`,
};

/** What a late finding will do to a certificate, and what keeps it from coming. */
export const lateFindingAnnounced = (announced: Announced): Email => {
  const { number, finding, change, owed, dueDay, late, day, days, extendable, link } = announced;
  const todo = late
    ? `${tasks[owed]}: it was due by ${dueDay}.`
    : `${tasks[owed]} by ${dueDay}, and nothing changes.`;
  return {
    subject: `${subjects[change](number)} ${counted(days)}`,
    body: (
      <EmailFrame
        heading={`Finding ${finding} waits for you`}
        preview={todo}
        why="You get this because you look after your agency’s certificate."
      >
        <Paragraph>{todo}</Paragraph>
        <Paragraph>{consequences[change](day)}</Paragraph>
        <Paragraph>
          {extendable
            ? 'If you need more time, ask your audit body before that day. It can give more time once, with its reason.'
            : 'More time was given once, and cannot be given again.'}
        </Paragraph>
        <NextStep link={link}>See finding {finding}</NextStep>
      </EmailFrame>
    ),
  };
};
