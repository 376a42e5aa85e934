import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Section, Summary } from '#app/ui/page.tsx';

import { noticeNames, readinessNames, type NoticeType, type Readiness } from '../model.ts';

type Days = { startsOn: string | null; endsOn: string | null };
type Facts = Days & {
  id: string;
  state: string;
  auditBody: string;
  applicationReference: string;
  noticeType: NoticeType | null;
  plan: string | null;
  summary: string | null;
  reviewNote: string | null;
  readiness?: Readiness | null;
};

export function daysOf({ startsOn, endsOn }: Days) {
  if (!startsOn || !endsOn) return undefined;
  return startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
}

const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;

const over: readonly string[] = ['cancelled', 'aborted', 'closed'];

/** What is fixed about an audit so far, and what its report says. */
export function AuditFacts({ audit }: { audit: Facts }) {
  const { id, auditBody, applicationReference, noticeType, plan, summary, reviewNote, readiness } = audit;
  const items = [
    { term: 'Audit body', value: auditBody },
    { term: 'Application', value: applicationReference },
    { term: 'Days', value: daysOf(audit) ?? (over.includes(audit.state) ? 'None' : 'Not planned yet') },
    ...(noticeType ? [{ term: 'Notice', value: noticeNames[noticeType] }] : []),
    ...(plan ? [{ term: 'Plan', value: text(plan) }] : []),
    ...(audit.startsOn
      ? [
          {
            term: 'Audit plan',
            value: <TextLink to={`/files/audit-plans/${id}`}>As a PDF, to print or to keep</TextLink>,
          },
        ]
      : []),
    ...(readiness ? [{ term: 'Outcome', value: readinessNames[readiness] }] : []),
    ...(summary ? [{ term: 'Summary', value: text(summary) }] : []),
  ];
  return (
    <Section title="The audit">
      {reviewNote ? <ReviewNote note={reviewNote} /> : null}
      <Summary items={items} />
    </Section>
  );
}

export const ReviewNote = ({ note }: { note: string }) => (
  <Card title="From the technical reviewer">
    <p className="whitespace-pre-line">{note}</p>
  </Card>
);
