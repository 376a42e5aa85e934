import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type ApplicationDeferred = {
  reference: string;
  reasons: readonly string[];
  answerDay: string;
  link: string;
};

export const applicationDeferred = ({ reference, reasons, answerDay, link }: ApplicationDeferred): Email => ({
  subject: `Application ${reference}: we need more from you by ${answerDay}`,
  body: (
    <EmailFrame
      heading="We need a little more from you"
      preview={`Please answer by ${answerDay}. There is no new fee.`}
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>We have read application {reference}. We cannot decide yet, because:</Paragraph>
      <Reasons reasons={reasons} />
      <Paragraph>
        This is not a no. Mend these points and send the application again by {answerDay}. There is no new
        fee.
      </Paragraph>
      <Paragraph>If nothing comes by then, the application lapses.</Paragraph>
      <NextStep link={link}>Answer these points</NextStep>
    </EmailFrame>
  ),
});
