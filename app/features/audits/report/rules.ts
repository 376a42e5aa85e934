import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { settled, type Standing } from '../findings/rules.ts';
import type {
  Audit,
  CapsOpen,
  FactCheck,
  ReadyForDecision,
  ReportDraft,
  ReportFinal,
  TechReview,
} from '../model.ts';
import { isOnTeam, stands } from '../rules.ts';
import { reportParts, type ReportPart, type ReportText } from './model.ts';
import { refuseHeard, type Naming } from './naming.ts';

/** Stage 1 ends with its outcome; every other audit has a report. */
export function write(audit: Audit) {
  if (audit.type === 'stage1') return refuse('stage1_has_no_report');
  if (audit.state !== 'fieldwork_done' && audit.state !== 'report_draft') return stands(audit);
  return ok<ReportDraft>({ ...audit, state: 'report_draft' });
}

export const missingParts = (text: ReportText): ReportPart[] =>
  reportParts.filter((part) => text[part].trim() === '');

/**
 * A report can be shown to others when every part is written and its public summary points at nobody; `beside` are those
 * whom its findings and answers name.
 */
export function whole(
  text: ReportText | undefined,
  namings: readonly Naming[],
  beside: readonly Naming[] = [],
) {
  if (!text || missingParts(text).length > 0) return refuse('report_incomplete');
  const [first] = namings;
  if (first) return refuse(`public_summary_names_${first.kind}`);
  return beside.length > 0 ? refuseHeard(beside) : ok(text);
}

type Sending = {
  text: ReportText | undefined;
  namings: readonly Naming[];
  beside: readonly Naming[];
  reportedBy: string;
  reportedAt: Date;
  /** Criteria whose minors suggest a major, and nobody said whether. */
  unanswered: number;
};

export function sendReport(audit: Audit, sending: Sending, factCheckDueOn: Day) {
  if (audit.state !== 'report_draft') return stands(audit);
  const { reportedBy, reportedAt } = sending;
  const sent = whole(sending.text, sending.namings, sending.beside);
  if (!sent.ok) return sent;
  if (sending.unanswered > 0) return refuse('major_suggested');
  const report = { summary: sent.value.summary, reportedBy, reportedAt, factCheckDueOn };
  return ok<FactCheck>({ ...audit, ...report, state: 'fact_check' });
}

/** The last day counts whole. */
export function comment(audit: Audit, today: Day) {
  if (audit.state !== 'fact_check') return stands(audit);
  return today > audit.factCheckDueOn ? refuse('fact_check_over') : ok(audit);
}

const reviewed = ({ factCheckDueOn: _, ...audit }: FactCheck) =>
  ok<TechReview>({ ...audit, state: 'tech_review' });

/** The recruiter has looked at everything before its time is up. */
export const endFactCheck = (audit: Audit) =>
  audit.state === 'fact_check' ? reviewed(audit) : stands(audit);

/** Its time is up: the report goes on, whatever was said. */
export function passFactCheck(audit: Audit, today: Day) {
  if (audit.state !== 'fact_check') return stands(audit);
  return today > audit.factCheckDueOn ? reviewed(audit) : refuse('fact_check_runs');
}

/** Answered once, before the report is final. */
export function answerComment(audit: Audit, { outcome }: { outcome: string | null }) {
  if (audit.state !== 'fact_check' && audit.state !== 'tech_review') return stands(audit);
  return outcome === null ? ok(audit) : refuse('comment_answered');
}

/** `tied`: to the recruiter, now or lately; `left`: whether they were on the team and left it; `unanswered`: comments on the facts; `seen`: whether what the reviewer read is what stands by now. */
type Review = {
  reviewer: string;
  /** By the scheme, as reviewer, today. */
  approved: boolean;
  tied: boolean;
  left: boolean;
  unanswered: number;
  seen: boolean;
};

/** Nobody reviews what they helped to find. */
export function approve(audit: Audit, { reviewer, approved, tied, left, unanswered, seen }: Review) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (left || isOnTeam(audit, reviewer)) return refuse('reviewer_on_team');
  if (tied) return refuse('reviewer_tied');
  if (!approved) return refuse('reviewer_not_approved');
  if (unanswered > 0) return refuse('comments_unanswered');
  if (!seen) return refuse('report_saved_meanwhile');
  return ok<ReportFinal>({ ...audit, state: 'report_final', reviewedBy: reviewer });
}

/** Where a final report leads: `findings` as they stand once issued. */
export function followOn(audit: Audit, findings: readonly Standing[]) {
  if (audit.state !== 'report_final') return stands(audit);
  const state = settled(findings) ? 'ready_for_decision' : 'caps_open';
  return ok<CapsOpen | ReadyForDecision>({ ...audit, state });
}

type Returning = Omit<Review, 'unanswered' | 'seen'>;

export function returnReport(audit: Audit, { reviewer, approved, tied, left }: Returning) {
  if (audit.state !== 'tech_review') return stands(audit);
  if (left || isOnTeam(audit, reviewer)) return refuse('reviewer_on_team');
  if (tied) return refuse('reviewer_tied');
  if (!approved) return refuse('reviewer_not_approved');
  return ok<ReportDraft>({ ...audit, state: 'report_draft' });
}
