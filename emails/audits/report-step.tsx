import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Step = 'fact_check' | 'commented' | 'review' | 'returned' | 'final';

type ReportStep = {
  step: Step;
  recruiter: string;
  /** The last day for what is asked; none where a report is final or was sent back. */
  dueDay?: string | undefined;
  link: string;
};

type Words = { subject: string; heading: string; why: string; paragraphs: string[]; button: string };

const recruiters = 'You get this because you look after your agency’s audit.';

const worded: Record<Step, (recruiter: string, dueDay: string) => Words> = {
  fact_check: (_, dueDay) => ({
    subject: `Check the facts of your audit report until ${dueDay}`,
    heading: 'Your audit report is written',
    why: recruiters,
    paragraphs: [
      `Read the report and say what is wrong in its facts, until ${dueDay}. The lead auditor answers each comment.`,
      'Without any comment the report goes on as it is. Grades and opinions are not facts: you can dispute a finding once it is issued.',
    ],
    button: 'Read the report',
  }),
  commented: (recruiter) => ({
    subject: `${recruiter} has commented on the facts of your report`,
    heading: 'Comments are waiting for you',
    why: 'You get this because you lead this audit.',
    paragraphs: [
      `${recruiter} has checked the facts of your report and says that something is wrong.`,
      'Please correct each place or say why it stays. The report becomes final when every comment has its answer.',
    ],
    button: 'Answer the comments',
  }),
  review: (recruiter, dueDay) => ({
    subject: `A report on ${recruiter} is waiting for its review`,
    heading: 'A report is waiting for you',
    why: 'You get this because you review reports of your audit body.',
    paragraphs: [
      `The report on ${recruiter} is ready for technical review. Somebody who was not on the team reviews it, until ${dueDay}.`,
      'You approve it, or send it back with your questions. Nothing is issued before.',
    ],
    button: 'Review the report',
  }),
  returned: (recruiter) => ({
    subject: `Your report on ${recruiter} came back`,
    heading: 'Your report came back',
    why: 'You get this because you lead this audit.',
    paragraphs: [
      `The technical reviewer has questions about your report on ${recruiter}.`,
      'Read them, go on writing, and send the report again.',
    ],
    button: 'Read the questions',
  }),
  final: () => ({
    subject: 'Your audit report is final',
    heading: 'Your audit report is final',
    why: recruiters,
    paragraphs: [
      'The report no longer changes. Its findings are issued, and their days are counted from today.',
      'Read what is asked of you for each finding, and by when.',
    ],
    button: 'Read the report',
  }),
};

/** One step of a report, to whoever is next. */
export const reportStep = ({ step, recruiter, dueDay = '', link }: ReportStep): Email => {
  const { subject, heading, why, paragraphs, button } = worded[step](recruiter, dueDay);
  return {
    subject,
    body: (
      <EmailFrame heading={heading} preview={paragraphs[0] ?? heading} why={why}>
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        <NextStep link={link}>{button}</NextStep>
      </EmailFrame>
    ),
  };
};
