import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type DecisionMade = {
  outcome: 'granted' | 'refused';
  reasons: readonly string[];
  /** What is to be done, by when and by whom. */
  conditions: readonly string[];
  appealDay: string;
  link: string;
};

export const decisionMade = ({ outcome, reasons, conditions, appealDay, link }: DecisionMade): Email => ({
  subject: outcome === 'granted' ? 'Your certificate is granted' : 'Your certificate is refused',
  body: (
    <EmailFrame
      heading={outcome === 'granted' ? 'Your certificate is granted' : 'Your certificate is refused'}
      preview={
        outcome === 'granted'
          ? 'The certificate follows in a separate mail.'
          : `The reasons, and how to appeal by ${appealDay}.`
      }
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>
        The decision panel has read the whole package.{' '}
        {outcome === 'granted' ? 'It grants your agency the certificate.' : 'It refuses the certificate.'} The
        reasons are:
      </Paragraph>
      <Reasons reasons={reasons} />
      {conditions.length > 0 ? (
        <>
          <Paragraph>The certificate comes with conditions:</Paragraph>
          <Reasons reasons={conditions} />
        </>
      ) : null}
      {outcome === 'granted' ? (
        <Paragraph>The certificate and its number follow in a separate mail. You need do nothing.</Paragraph>
      ) : (
        <Paragraph>
          If you think this is wrong, you may appeal by {appealDay}. People who had no part in the decision
          will look at it. You may also apply again.
        </Paragraph>
      )}
      <NextStep link={link}>Read the decision</NextStep>
    </EmailFrame>
  ),
});
