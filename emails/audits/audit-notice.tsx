import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditNotice = {
  /** In words, such as "Stage 1". */
  type: string;
  /** The days, or of a semi-announced audit the window in which they lie. */
  days: string;
  window: boolean;
  /** Whether the plan says who of the auditors is where, and when. */
  itinerary: boolean;
  leadAuditor: string;
  link: string;
};

export const auditNotice = ({ type, days, window, itinerary, leadAuditor, link }: AuditNotice): Email => ({
  subject: window ? `${type} audit between ${days}` : `${type} audit on ${days}`,
  body: (
    <EmailFrame
      heading="Your agency will be audited"
      preview={`${type}, ${window ? 'between ' : ''}${days}, led by ${leadAuditor}.`}
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        {window
          ? `The ${type} audit of your agency takes place between ${days}. The days themselves are not told ahead. `
          : `The ${type} audit of your agency takes place on ${days}. `}
        {leadAuditor} leads it.
      </Paragraph>
      <Paragraph>
        The auditors read records, visit offices and talk with workers in private. Nobody may be asked,
        rewarded or punished for what they say.
      </Paragraph>
      <Paragraph>
        {window
          ? 'Keep your records ready and tell your offices that auditors may come.'
          : 'Before the first day, read the plan and have the records ready that it names.'}{' '}
        {itinerary
          ? 'Its itinerary says where the auditors are, at which time, and whom they want to meet. Workers are chosen by the auditors: choose and prepare nobody for them. '
          : ''}
        If the time is impossible for you, ask to postpone: this can be done once.
      </Paragraph>
      <NextStep link={itinerary ? `${link}#itinerary` : link}>
        {window ? 'Read about the audit' : itinerary ? 'Read the plan and its itinerary' : 'Read the plan'}
      </NextStep>
    </EmailFrame>
  ),
});
