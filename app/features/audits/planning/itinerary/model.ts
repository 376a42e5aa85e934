import type { Day } from '#app/platform/calendar.ts';

import { wasTold } from '../model.ts';

/** What the auditors do at one time and place (domain 2.4). */
export const activities = [
  'opening_meeting',
  'document_review',
  'management_interviews',
  'staff_interviews',
  'worker_interviews',
  'site_tour',
  'partner_visit',
  'team_meeting',
  'closing_meeting',
  'travel',
  'other',
] as const;
export type Activity = (typeof activities)[number];

export const activityNames: Record<Activity, string> = {
  opening_meeting: 'Opening meeting',
  document_review: 'Review of documents and records',
  management_interviews: 'Interviews with the management',
  staff_interviews: 'Interviews with staff',
  worker_interviews: 'Interviews with workers, alone',
  site_tour: 'Tour of the office or site',
  partner_visit: 'Visit to a business partner',
  team_meeting: 'Meeting of the team',
  closing_meeting: 'Closing meeting',
  travel: 'Travel',
  other: 'Something else',
};

/** Whom the auditors meet, by what they do there: a closed list, so that no person is named. */
export const auditeeRoles = [
  'director',
  'recruitment',
  'finance',
  'personnel',
  'compliance',
  'complaints',
  'orientation',
  'branch_manager',
  'partner',
  'workers',
] as const;
export type AuditeeRole = (typeof auditeeRoles)[number];

export const auditeeNames: Record<AuditeeRole, string> = {
  director: 'Director',
  recruitment: 'Who recruits and selects',
  finance: 'Who keeps the accounts',
  personnel: 'Who looks after staff',
  compliance: 'Who looks after compliance',
  complaints: 'Who takes complaints',
  orientation: 'Who gives orientation',
  branch_manager: 'Branch manager',
  partner: 'People of the partner',
  workers: 'Workers whom the auditors choose',
};

/** Who reads a line: `team` keeps it from the recruiter for good, such as interviews it does not help to arrange. */
export const readers = ['recruiter', 'team'] as const;
export type Reader = (typeof readers)[number];

/** One line: times as the clock at the place shows them, "09:30"; `auditors` by their account. */
export type Item = {
  day: Day;
  from: string;
  to: string;
  activity: Activity;
  place: string;
  note: string;
  auditors: readonly string[];
  auditees: readonly AuditeeRole[];
  told: Reader;
};

type Telling = {
  state: string;
  noticeType: string | null;
  plannedAt: Date | null;
  notifiedAt: Date | null;
  startedAt: Date | null;
  writtenAt: Date;
};

/**
 * Whether the recruiter reads the itinerary by now: of an announced audit with its notice, of any other when it has
 * begun. What was written after a notice waits for the next one.
 */
export function isTold({ noticeType, startedAt, writtenAt, ...telling }: Telling) {
  if (startedAt) return true;
  if (noticeType !== 'announced' || !wasTold(telling)) return false;
  return telling.notifiedAt !== null && writtenAt <= telling.notifiedAt;
}

/** What the notice tells of it: nothing of a semi-announced audit, and never what the team keeps to itself. */
export const itemsTold = <I extends Pick<Item, 'told'>>(noticeType: string | null, items: readonly I[]) =>
  noticeType === 'announced' ? items.filter(({ told }) => told === 'recruiter') : [];
