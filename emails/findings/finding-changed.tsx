import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type FindingChanged = {
  number: string;
  /** What happened, in a few words: "now major". */
  what: string;
  /** What it means and what is due, a sentence each. */
  sentences: readonly string[];
  /** Why, in the words of whoever decided it. */
  reason: string | null;
  link: string;
};

/** Something changed about a finding that its readers did not do themselves. */
export const findingChanged = ({ number, what, sentences, reason, link }: FindingChanged): Email => ({
  subject: `Finding ${number}: ${what}`,
  body: (
    <EmailFrame
      heading={`Finding ${number}: ${what}`}
      preview={sentences[0] ?? what}
      why="You get this because you work on this audit’s findings."
    >
      {sentences.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      {reason ? <Reasons reasons={[reason]} /> : null}
      <NextStep link={link}>Open the finding</NextStep>
    </EmailFrame>
  ),
});
