import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ApplicationSubmitted = {
  reference: string;
  /** With its currency, as on the invoice. */
  fee: string;
  dueDay: string;
  link: string;
};

export const applicationSubmitted = ({ reference, fee, dueDay, link }: ApplicationSubmitted): Email => ({
  subject: `Application ${reference}: we have it, please pay ${fee}`,
  body: (
    <EmailFrame
      heading="We have your application"
      preview={`Pay ${fee} by ${dueDay}, and the review starts.`}
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>Your application {reference} has arrived. You need not send anything again.</Paragraph>
      <Paragraph>
        The review starts when the fee is paid. The fee is {fee}. Please pay it by {dueDay}.
      </Paragraph>
      <Paragraph>
        If it is not paid by then, the application lapses. Your answers stay, and you may send a new one.
      </Paragraph>
      <NextStep link={link}>See how to pay</NextStep>
    </EmailFrame>
  ),
});
