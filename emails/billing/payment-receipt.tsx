import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type PaymentReceipt = {
  receipt: string;
  number: string;
  purpose: string;
  amount: string;
  day: string;
  link: string;
};

export const paymentReceipt = ({ receipt, number, purpose, amount, day, link }: PaymentReceipt): Email => ({
  subject: `Receipt ${receipt} for invoice ${number}`,
  body: (
    <EmailFrame
      heading="Your receipt"
      preview={`${amount} received on ${day}.`}
      why="You get this because you look after your agency’s certification."
    >
      <Paragraph>
        We received {amount} on {day}. Invoice {number} ({purpose}) is paid. The receipt has number {receipt}.
      </Paragraph>
      <NextStep link={link}>Open the receipt</NextStep>
    </EmailFrame>
  ),
});
