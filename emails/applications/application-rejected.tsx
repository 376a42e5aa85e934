import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type ApplicationRejected = {
  reference: string;
  reasons: readonly string[];
  appealDay: string;
  link: string;
};

export const applicationRejected = ({ reference, reasons, appealDay, link }: ApplicationRejected): Email => ({
  subject: `Application ${reference}: we could not accept it`,
  body: (
    <EmailFrame
      heading="We could not accept your application"
      preview={`The reasons, and how to appeal by ${appealDay}.`}
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>
        We have reviewed application {reference} and could not accept it. The reasons are:
      </Paragraph>
      <Reasons reasons={reasons} />
      <Paragraph>The application is closed. Nothing about it appears in the public register.</Paragraph>
      <Paragraph>
        If you think we are wrong, you may appeal by {appealDay}. People who had no part in this review will
        look at it. You may also apply again later, with a new fee.
      </Paragraph>
      <NextStep link={link}>Read the decision</NextStep>
    </EmailFrame>
  ),
});
