import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type InvoiceIssued = { number: string; purpose: string; amount: string; dueDay: string; link: string };

export const invoiceIssued = ({ number, purpose, amount, dueDay, link }: InvoiceIssued): Email => ({
  subject: `Invoice ${number}: please pay ${amount} by ${dueDay}`,
  body: (
    <EmailFrame
      heading={`Invoice ${number}`}
      preview={`${purpose}: ${amount}, by ${dueDay}.`}
      why="You get this because you look after your agency’s certification."
    >
      <Paragraph>
        This invoice is for: {purpose}. The amount is {amount}. Please pay it by {dueDay}.
      </Paragraph>
      <Paragraph>The invoice page shows every way to pay, and has the invoice as a PDF.</Paragraph>
      <NextStep link={link}>See the invoice and pay</NextStep>
    </EmailFrame>
  ),
});
