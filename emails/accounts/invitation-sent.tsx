import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type InvitationSent = { organisation: string; inviter: string; role: string; untilDay: string; link: string };

export const invitationSent = ({ organisation, inviter, role, untilDay, link }: InvitationSent): Email => ({
  subject: `${organisation} invites you to Fairroute`,
  body: (
    <EmailFrame
      heading={`Join ${organisation}`}
      preview={`${inviter} invites you as ${role}.`}
      why={`You get this because ${inviter} of ${organisation} gave us this address.`}
    >
      <Paragraph>
        {inviter} invites you to work for {organisation} on Fairroute, as {role}. The invitation stands until{' '}
        {untilDay}.
      </Paragraph>
      <NextStep link={link}>See the invitation</NextStep>
      <Paragraph>If you do not know {organisation}, do nothing.</Paragraph>
    </EmailFrame>
  ),
});
