import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type Change = 'suspended' | 'lifted' | 'withdrawn' | 'reduced' | 'returned';
type ClientChanged = {
  change: Change;
  recruiter: string;
  number: string;
  day: string;
  /** What the public reads: a reason, or what left the scope. */
  said: string[];
  link: string;
};

type Told = Pick<ClientChanged, 'recruiter' | 'number' | 'day'>;
const words: Record<Change, (told: Told) => { heading: string; what: string; then: string }> = {
  suspended: ({ recruiter, number, day }) => ({
    heading: `${recruiter} is suspended`,
    what: `Certificate ${number} of ${recruiter} is suspended since ${day}. The public register gives this reason:`,
    then: 'Its programme with you goes on: audits under way and those that are planned.',
  }),
  lifted: ({ recruiter, number, day }) => ({
    heading: `The suspension of ${recruiter} was lifted`,
    what: `Certificate ${number} of ${recruiter} is in force again since ${day}.`,
    then: 'Its programme with you goes on.',
  }),
  withdrawn: ({ recruiter, number, day }) => ({
    heading: `The certificate of ${recruiter} is withdrawn`,
    what: `Certificate ${number} of ${recruiter} is withdrawn since ${day}. The public register gives this reason:`,
    then: 'Its programme ends with it, and so do its audits that were not done.',
  }),
  reduced: ({ recruiter, number, day }) => ({
    heading: `The certificate of ${recruiter} covers less`,
    what: `Certificate ${number} of ${recruiter} covers less since ${day}. It covers no more:`,
    then: 'Plan its audits for what it covers now.',
  }),
  returned: ({ recruiter, number, day }) => ({
    heading: `The certificate of ${recruiter} stands again`,
    what: `By an appeal certificate ${number} of ${recruiter} stands since ${day} as it stood before.`,
    then: 'Its programme with you goes on.',
  }),
};

/** What became of the certificate of a client, to the people of its audit body who look after it. */
export const clientChanged = ({ change, said, link, ...told }: ClientChanged): Email => {
  const { heading, what, then } = words[change](told);
  return {
    subject: `${heading} · ${told.number}`,
    body: (
      <EmailFrame
        heading={heading}
        preview={what}
        why="You get this because your audit body audits this recruiter."
      >
        <Paragraph>{what}</Paragraph>
        {said.length > 0 ? <Reasons reasons={said} /> : null}
        <Paragraph>{then}</Paragraph>
        <NextStep link={link}>See your audits</NextStep>
      </EmailFrame>
    ),
  };
};
