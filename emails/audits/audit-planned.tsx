import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditPlanned = {
  /** In words, such as "Stage 1". */
  type: string;
  days: string;
  leadAuditor: string;
  link: string;
};

export const auditPlanned = ({ type, days, leadAuditor, link }: AuditPlanned): Email => ({
  subject: `${type} audit planned for ${days}`,
  body: (
    <EmailFrame
      heading="Your audit is planned"
      preview={`${type}, ${days}, led by ${leadAuditor}.`}
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        The {type} audit of your agency is planned for {days}. {leadAuditor} leads it.
      </Paragraph>
      <Paragraph>
        The auditors read records, visit offices and talk with workers in private. Nobody may be asked,
        rewarded or punished for what they say.
      </Paragraph>
      <Paragraph>
        Before the first day, read the plan and have the records ready that it names. If you object to
        somebody in the team, say so now.
      </Paragraph>
      <NextStep link={link}>Read the plan</NextStep>
    </EmailFrame>
  ),
});
