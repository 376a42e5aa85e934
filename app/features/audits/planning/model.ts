import type { Day } from '#app/platform/calendar.ts';

import type { CancelCause, EndReason } from '../model.ts';

/** Between which days a semi-announced audit takes place. */
export type Window = { from: Day; until: Day };

export const abortNames: Record<EndReason, string> = {
  safety: 'The team or workers were not safe',
  obstruction: 'The audit was obstructed',
  access_denied: 'Access was denied',
  application_ended: 'The application ended',
  certificate_ended: 'The certificate ended',
};

export const cancelNames: Record<CancelCause, string> = {
  body: 'The audit body called it off',
  conflict: 'Somebody on its team is tied to the recruiter',
  application_ended: abortNames.application_ended,
  certificate_ended: abortNames.certificate_ended,
};

export type Untold = {
  state: string;
  noticeType: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  windowFrom: Day | null;
  windowUntil: Day | null;
  plannedAt: Date | null;
  notifiedAt: Date | null;
  startedAt: Date | null;
  plan: string | null;
};

type Telling = { state: string; plannedAt: Date | null; notifiedAt: Date | null };

/**
 * Whether what is planned was told: not before its notice, nor what was planned anew after one, also where the audit is
 * cancelled or ends with its application before the next.
 */
export const wasTold = ({ state, plannedAt, notifiedAt }: Telling) =>
  state !== 'planned' &&
  state !== 'postponed' &&
  notifiedAt !== null &&
  (plannedAt === null || plannedAt <= notifiedAt);

/**
 * An audit's days as its recruiter may know them before it begins: of a semi-announced one the window, of one that is
 * planned anew nothing before its next notice.
 */
export function asTold<Row extends Untold>(row: Row): Row {
  if (row.startedAt) return row;
  if (!wasTold(row))
    return { ...row, startsOn: '', endsOn: '', windowFrom: null, windowUntil: null, plan: '' };
  if (row.noticeType !== 'semi_announced') return row;
  return { ...row, startsOn: row.windowFrom, endsOn: row.windowUntil, plan: '' };
}

/** Of a notice, what its page shows: times as they come over the wire, too. */
export type ShownNotice = {
  windowFrom: Day | null;
  windowUntil: Day | null;
  noticeReason: string | null;
  lateReasons: string | null;
  notifiedAt: Date | string | null;
  postponedUntil: Day | null;
  refusalNote: string | null;
  abortNote: string | null;
  abortReason: EndReason | null;
  followUpNote: string | null;
  cancelCause: CancelCause | null;
  cancelNote: string | null;
  abandonedAt: Date | string | null;
  consequenceDays: number;
  asked: { reason: string; outcome: 'accepted' | 'declined' | null; note: string | null } | undefined;
};

type Noticed = Omit<ShownNotice, 'consequenceDays' | 'notifiedAt'> & {
  plannedAt: Date | null;
  notifiedAt: Date | null;
  clocks: { consequenceDays: number };
};

/** A recruiter reads neither what the lead auditor wrote to the scheme, nor a window before its notice. */
export function shownTo(kind: string, state: string, notice: Noticed): ShownNotice {
  const { clocks, ...facts } = notice;
  const {
    windowFrom,
    windowUntil,
    noticeReason,
    notifiedAt,
    postponedUntil,
    abortReason,
    abandonedAt,
    asked,
  } = facts;
  const { cancelCause, cancelNote } = facts;
  const known = {
    ...{ noticeReason, notifiedAt, postponedUntil, abortReason, abandonedAt, asked },
    ...{ cancelCause, cancelNote },
  };
  const window = { windowFrom, windowUntil };
  const { refusalNote, abortNote, followUpNote, lateReasons } = facts;
  const inside = { refusalNote, abortNote, followUpNote, lateReasons };
  const { consequenceDays } = clocks;
  if (kind !== 'recruiter') return { ...known, ...window, ...inside, consequenceDays };
  return {
    ...known,
    ...(wasTold({ state, ...notice }) ? window : { windowFrom: null, windowUntil: null }),
    ...{ refusalNote: null, abortNote: null, followUpNote: null, lateReasons: null },
    consequenceDays,
  };
}
