import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type RefundMade = { number: string; amount: string; reason: string; byCard: boolean; link: string };

export const refundMade = ({ number, amount, reason, byCard, link }: RefundMade): Email => ({
  subject: `Invoice ${number}: ${amount} is on its way back to you`,
  body: (
    <EmailFrame
      heading="We have sent money back"
      preview={`${amount} for invoice ${number}.`}
      why="You get this because you look after your agency’s certification."
    >
      <Paragraph>
        We have sent {amount} back to you, which you had paid for invoice {number}. The reason: {reason}.
      </Paragraph>
      <Paragraph>
        {byCard
          ? 'It comes to the card you paid with, in up to ten working days.'
          : 'It comes to the account you paid from, in a few working days.'}
      </Paragraph>
      <NextStep link={link}>See the invoice</NextStep>
    </EmailFrame>
  ),
});
