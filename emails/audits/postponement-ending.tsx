import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Ending = {
  to: 'recruiter' | 'body';
  recruiter: string;
  reference: string;
  /** The last day on which the audit can begin, and the day from which it counts as refused. */
  untilDay: string;
  refusedDay: string;
  link: string;
};

/** A postponed audit that is not planned again counts as refused. */
export const postponementEnding = ({
  to,
  recruiter,
  reference,
  untilDay,
  refusedDay,
  link,
}: Ending): Email => ({
  subject: `Audit ${reference} has to begin by ${untilDay}`,
  body: (
    <EmailFrame
      heading={`The postponement of audit ${reference} ends`}
      preview={`It has to begin by ${untilDay} and is not planned yet.`}
      why={
        to === 'recruiter'
          ? 'You get this because you look after your agency’s audit.'
          : 'You get this because you lead this audit.'
      }
    >
      <Paragraph>
        {`Audit ${reference} of ${recruiter} was postponed. It has to begin by ${untilDay}, and is not planned again yet. If it is not, it counts as refused from ${refusedDay}, and the scheme decides what follows.`}
      </Paragraph>
      <Paragraph>
        {to === 'recruiter'
          ? 'Agree on days with your audit body now. If it does not answer you, write to the scheme before that day.'
          : 'Plan the audit again and notify the recruiter.'}
      </Paragraph>
      <NextStep link={link}>Open the audit</NextStep>
    </EmailFrame>
  ),
});
