import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Raised = { recruiter: string; reference: string; member: string; byDay: string; link: string };

export const objectionRaised = ({ recruiter, reference, member, byDay, link }: Raised): Email => ({
  subject: `${recruiter} objects to ${member} on ${reference}`,
  body: (
    <EmailFrame
      heading="An objection to an audit team"
      preview={`${recruiter} objects to ${member}. Answer by ${byDay}.`}
      why="You get this because you may answer objections to this audit body’s teams."
    >
      <Paragraph>
        {recruiter} objects to {member} on the team of audit {reference}. The audit does not begin before this
        is answered.
      </Paragraph>
      <Paragraph>Somebody who is not on the team answers by {byDay}, with reasons.</Paragraph>
      <NextStep link={link}>Read and answer the objection</NextStep>
    </EmailFrame>
  ),
});

type Answered = { member: string; outcome: 'upheld' | 'dismissed'; reasons: string; link: string };

export const objectionAnswered = ({ member, outcome, reasons, link }: Answered): Email => ({
  subject: `Your objection to ${member} was ${outcome}`,
  body: (
    <EmailFrame
      heading={outcome === 'upheld' ? `${member} leaves the team` : `${member} stays on the team`}
      preview={`Your objection was ${outcome}.`}
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        Your objection to {member} was {outcome}. The reasons: {reasons}
      </Paragraph>
      <NextStep link={link}>See the team of your audit</NextStep>
    </EmailFrame>
  ),
});

type TeamChanged = {
  reference: string;
  /** Everybody who is on it now. */
  team: string;
  /** The last day to object to who joined; undefined where nobody did, or the audit has begun. */
  objectBy: string | undefined;
  link: string;
};

export const teamChanged = ({ reference, team, objectBy, link }: TeamChanged): Email => ({
  subject: `The team of audit ${reference} has changed`,
  body: (
    <EmailFrame
      heading="Other people audit you"
      preview={objectBy ? `You may object by ${objectBy}.` : `The team is now: ${team}.`}
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        The team of audit {reference} has changed. It is now: {team}.
      </Paragraph>
      <Paragraph>
        {objectBy
          ? `If you cannot accept who has joined, object by ${objectBy} and say why. Until that is answered the audit does not begin.`
          : 'What was agreed with you stays as it was. What the former team recorded stays with the audit.'}
      </Paragraph>
      <NextStep link={link}>See the team of your audit</NextStep>
    </EmailFrame>
  ),
});
