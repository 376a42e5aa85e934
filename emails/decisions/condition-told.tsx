import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type Step = 'soon' | 'overdue' | 'met' | 'not_met';
type ConditionTold = {
  step: Step;
  reader: 'holder' | 'scheme';
  recruiter: string;
  text: string;
  owner: string;
  dueDay: string;
  /** What the scheme saw, once it is settled. */
  evidence: string;
  link: string;
};

const subjects: Record<Step, (dueDay: string) => string> = {
  soon: (dueDay) => `A condition of your certificate is due by ${dueDay}`,
  overdue: (dueDay) => `A condition of your certificate was due by ${dueDay}`,
  met: () => 'A condition of your certificate was met',
  not_met: () => 'A condition of your certificate was not met',
};

const follows: Record<Step, string> = {
  soon: 'Please do it by then, and tell the scheme what shows it. A condition that is not met can lead to a suspension.',
  overdue:
    'The day has passed and nobody of the scheme has said that it was met. Please send today what shows it. A condition that is not met can lead to a suspension.',
  met: 'There is nothing more to do about it.',
  not_met:
    'An officer of the scheme decides what follows; your certificate may be suspended. Against a suspension your agency can appeal.',
};

/** To the scheme only that the day has passed: it says what became of it. */
export const conditionTold = (told: ConditionTold): Email =>
  told.reader === 'scheme' ? forScheme(told) : forHolder(told);

const forHolder = ({ step, text, owner, dueDay, evidence, link }: ConditionTold): Email => ({
  subject: subjects[step](dueDay),
  body: (
    <EmailFrame
      heading={subjects[step](dueDay)}
      preview={follows[step]}
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        The panel granted with this condition, due by {dueDay}, by {owner}:
      </Paragraph>
      <Reasons reasons={[text]} />
      {evidence ? <Paragraph>What the scheme saw: {evidence}</Paragraph> : null}
      <Paragraph>{follows[step]}</Paragraph>
      <NextStep link={link}>Look at your certificate</NextStep>
    </EmailFrame>
  ),
});

const forScheme = ({ recruiter, text, owner, dueDay, link }: ConditionTold): Email => ({
  subject: `A condition was due by ${dueDay}: say what became of it`,
  body: (
    <EmailFrame
      heading={`${recruiter} had a condition to meet`}
      preview={`Its day was ${dueDay}. Say whether it was met.`}
      why="You get this because you are an officer of the scheme."
    >
      <Paragraph>
        The panel granted {recruiter} its certificate with this condition, by {owner}:
      </Paragraph>
      <Reasons reasons={[text]} />
      <Paragraph>
        It was due by {dueDay}, and nobody has said whether it was met. If it was not, the certificate can be
        suspended from the page of the condition.
      </Paragraph>
      <NextStep link={link}>Settle the condition</NextStep>
    </EmailFrame>
  ),
});
