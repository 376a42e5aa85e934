import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type InvoiceReminder = { number: string; purpose: string; amount: string; dueDay: string; link: string };

export const invoiceReminder = ({ number, purpose, amount, dueDay, link }: InvoiceReminder): Email => ({
  subject: `Invoice ${number}: ${amount} is due by ${dueDay}`,
  body: (
    <EmailFrame
      heading={`Invoice ${number} is not paid yet`}
      preview={`${amount}, due by ${dueDay}.`}
      why="You get this because you look after your agency’s certification."
    >
      <Paragraph>
        We have not seen a payment of {amount} for invoice {number} ({purpose}). It is due by {dueDay}.
      </Paragraph>
      <Paragraph>
        If you sent a transfer in the last days, it is on its way, and there is nothing you need to do.
      </Paragraph>
      <NextStep link={link}>See the invoice and pay</NextStep>
    </EmailFrame>
  ),
});
