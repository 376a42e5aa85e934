import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { reasonsOf, type Reasons } from '../audited/closing-reasons.ts';
import { teamFacts, type Teams } from './team-facts.tsx';

export type Audited = Reasons & {
  id: string;
  reference: string;
  type: string;
  noticeType: string | null;
  startsOn: string | null;
  endsOn: string | null;
  plan: string | null;
  readiness: string | null;
  summary: string | null;
  reviewedAt: Date | string | null;
  reviewedBy: string | null;
  reportVersion: number | null;
  reportHash: string | null;
  interviewsPlanned: number | null;
  withoutHelp: number | null;
  team: string | null;
};
export type Heard = { auditId: string; outcome: string; withoutHelp: number; count: number };

const named = (code: string) => {
  const text = code.replaceAll('_', ' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};
const stages: Record<string, string> = { stage1: 'Stage 1 audit', stage2: 'Stage 2 audit' };
const days = ({ startsOn, endsOn }: Audited) =>
  startsOn && endsOn ? `${dayInWords(startsOn)} to ${dayInWords(endsOn)}` : 'no days';

/** How many the sample asked for, and how many were heard: no words and no names of workers. */
function interviewsOf({ interviewsPlanned, withoutHelp }: Audited, heard: readonly Heard[]) {
  const of = (outcome: string) => heard.find((row) => row.outcome === outcome);
  const done = of('done');
  const planned =
    interviewsPlanned === null
      ? 'No sample planned'
      : `${interviewsPlanned} planned, ${withoutHelp ?? 0} of them without the recruiter’s help`;
  return `${planned}. Heard: ${done?.count ?? 0}, ${done?.withoutHelp ?? 0} of them without its help. Refused: ${of('refused')?.count ?? 0}. Not reached: ${of('unreachable')?.count ?? 0}.`;
}

const Report = ({ audit: { id, reportVersion, reportHash } }: { audit: Audited }) =>
  reportHash === null ? (
    <>{`Version ${reportVersion ?? 1}, final. Its file is being drawn.`}</>
  ) : (
    <>
      <TextLink to={`/files/reports/${id}`}>{`Version ${reportVersion ?? 1} as a PDF`}</TextLink>
      <span className="block break-all">
        SHA-256 <code>{reportHash}</code>
      </span>
    </>
  );

type Props = { audit: Audited; heard: readonly Heard[]; teams: Teams };

/** One audit of the package: who, when, how many workers, and the final report under its hash. */
export const AuditFacts = ({ audit, heard, teams }: Props) => (
  <Section
    title={stages[audit.type] ?? `${named(audit.type)} audit`}
    aside={<TextLink to={`/audits/${audit.id}`}>{audit.reference}</TextLink>}
  >
    <Summary
      items={[
        { term: 'Days', value: days(audit) },
        ...(audit.noticeType ? [{ term: 'Notice', value: named(audit.noticeType) }] : []),
        { term: 'Team', value: audit.team ?? 'none' },
        ...teamFacts(teams, audit.id),
        ...(audit.plan ? [{ term: 'Plan', value: audit.plan }] : []),
        ...(audit.readiness ? [{ term: 'Outcome', value: named(audit.readiness) }] : []),
        ...(audit.interviewsPlanned !== null || heard.length > 0
          ? [{ term: 'Interviews with workers', value: interviewsOf(audit, heard) }]
          : []),
        ...reasonsOf(audit),
        ...(audit.summary ? [{ term: 'Report', value: audit.summary }] : []),
        ...(audit.reviewedBy && audit.reviewedAt
          ? [{ term: 'Reviewed by', value: `${audit.reviewedBy}, ${timeInWords(audit.reviewedAt)}` }]
          : []),
        ...(audit.reportVersion === null ? [] : [{ term: 'Final report', value: <Report audit={audit} /> }]),
      ]}
    />
  </Section>
);
