import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type PaymentReceived = {
  reference: string;
  reviewDay: string;
  link: string;
};

export const paymentReceived = ({ reference, reviewDay, link }: PaymentReceived): Email => ({
  subject: `Application ${reference}: your payment has arrived`,
  body: (
    <EmailFrame
      heading="Your payment has arrived"
      preview={`We answer by ${reviewDay}.`}
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>
        Thank you. The fee for application {reference} is paid, and the review has started.
      </Paragraph>
      <Paragraph>
        We read what you sent and check your licences with the authorities. You have our answer by {reviewDay}
        .
      </Paragraph>
      <Paragraph>You need do nothing until then. If we have a question, we write to you.</Paragraph>
      <NextStep link={link}>See your application</NextStep>
    </EmailFrame>
  ),
});
