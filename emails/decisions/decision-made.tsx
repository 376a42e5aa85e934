import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';
import { matterWords, type MatterKind } from './matter-words.ts';

type DecisionMade = {
  kind: MatterKind;
  /** What the decision is about, where a certificate stood already. */
  certificate: { number: string; lastDay: string } | undefined;
  outcome: 'granted' | 'refused' | 'returned';
  reasons: readonly string[];
  /** What is to be done, by when and by whom. */
  conditions: readonly string[];
  appealDay: string;
  link: string;
};

export const decisionMade = ({
  kind,
  certificate,
  outcome,
  reasons,
  conditions,
  appealDay,
  link,
}: DecisionMade): Email => {
  const granted = outcome !== 'refused';
  const { subject, what } = matterWords[kind][granted ? 'granted' : 'refused'];
  return {
    subject,
    body: (
      <EmailFrame
        heading={subject}
        preview={granted ? what : `The reasons, and how to appeal by ${appealDay}.`}
        why={
          certificate
            ? 'You get this because you look after your agency’s certificate.'
            : 'You get this because you look after your agency’s application to the scheme.'
        }
      >
        <Paragraph>
          The decision panel has read the whole package
          {certificate ? ` about certificate ${certificate.number}` : ''}. {what} The reasons are:
        </Paragraph>
        <Reasons reasons={reasons} />
        {conditions.length > 0 ? (
          <>
            <Paragraph>It comes with conditions:</Paragraph>
            <Reasons reasons={conditions} />
          </>
        ) : null}
        {granted ? (
          <Paragraph>{matterWords[kind].granted.next}</Paragraph>
        ) : (
          <Paragraph>
            If you think this is wrong, you may appeal by {appealDay}. People who had no part in the decision
            will look at it. {matterWords[kind].refused.next(certificate?.lastDay ?? '')}
          </Paragraph>
        )}
        <NextStep link={link}>{certificate ? 'See your certificate' : 'Read the decision'}</NextStep>
      </EmailFrame>
    ),
  };
};
