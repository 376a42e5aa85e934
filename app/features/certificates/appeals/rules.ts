import { addDays, addWorkingDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';
import { isGraver, isGraverEnd } from '../rules.ts';
import { publicly, stayable, type Appeal, type Before, type Decided, type NoticeStep } from './model.ts';

/** A decision as whoever would appeal finds it. */
export type Appealable = { decidedOn: Day; appealed: boolean };
export type Clocks = { appealDays: number; acknowledgeWorkingDays: number; decisionDays: number };

/** Within the days the scheme version gives, once; from then on its clocks run. */
export function lodge({ decidedOn, appealed }: Appealable, clocks: Clocks, today: Day) {
  if (appealed) return refuse('already_appealed');
  if (today > addDays(decidedOn, clocks.appealDays)) return refuse('appeal_too_late');
  return ok({
    acknowledgeBy: addWorkingDays(today, clocks.acknowledgeWorkingDays),
    dueOn: addDays(today, clocks.decisionDays),
  });
}

const isOpen = ({ outcome }: Pick<Appeal, 'outcome'>) =>
  outcome === null ? ok({ open: true }) : refuse('appeal_decided');

export function acknowledge(appeal: Appeal) {
  const open = isOpen(appeal);
  if (!open.ok) return open;
  return appeal.acknowledged ? refuse('already_acknowledged') : ok({ acknowledged: true });
}

/** How somebody of the scheme stands to an appeal: `bar` names what keeps them from it. */
export type Person = { bar: string | null; declared: boolean };

/** Before anything of the appeal is read; whoever had a part in the decision has nothing to declare. */
export function declare(appeal: Appeal, { bar, declared }: Person, conflicted: boolean) {
  const open = isOpen(appeal);
  if (!open.ok) return open;
  if (bar !== null) return refuse(bar);
  return declared && !conflicted ? refuse('already_declared') : ok({ conflicted });
}

/** People not involved, who declared so, read what was said and decide. */
export function read({ bar, declared }: Person) {
  if (bar !== null) return refuse(bar);
  return declared ? ok({ declared }) : refuse('declare_first');
}

/** A stay is decided once, before the appeal, and only where a status or a scope could stay. */
export function decideStay(appeal: Appeal, person: Person) {
  const open = isOpen(appeal);
  if (!open.ok) return open;
  const reader = read(person);
  if (!reader.ok) return reader;
  if (!stayable.includes(appeal.against)) return refuse('nothing_to_stay');
  return appeal.stay === null ? ok({ stay: true }) : refuse('stay_decided');
}

export function decide(appeal: Appeal, person: Person) {
  const open = isOpen(appeal);
  return open.ok ? read(person) : open;
}

/** What stood comes back no better than the holder stands by now: while a grave finding is open, under watch at most. */
export const standsAgain = (before: Before, grave: boolean): Before =>
  grave && before.status === 'active'
    ? { status: 'active_under_watch', reasonClass: 'open_major_finding' }
    : before;

/** A status in its order, and what became of an appeal against it. */
type Row = { status: string; reasonClass: string | null; action: string; outcome: string | null };

/** The place of the withdrawal whose reason a status shows, also where an appeal against a graver one brought it back. */
export function withdrawalShown(rows: readonly Row[], place: number) {
  const shown = rows[place];
  if (shown?.status !== 'withdrawn') return undefined;
  return rows.findLastIndex(
    ({ action, reasonClass }, at) =>
      at <= place && action === 'withdrawn' && reasonClass === shown.reasonClass,
  );
}

/** The place of what stood before a decision, past every withdrawal that an appeal found to be wrong. */
export function stoodBefore(rows: readonly Row[], place: number): number {
  const shown = withdrawalShown(rows, place - 1);
  return shown !== undefined && rows[shown]?.outcome === 'upheld' ? stoodBefore(rows, shown) : place - 1;
}

/** What stood before the decision stands again, as a new status; what is suspended or withdrawn still, since it was. */
export function returned(certificate: Certificate, before: Before, now: Date): Certificate {
  const still =
    certificate.status === before.status && ['suspended', 'withdrawn'].includes(certificate.status);
  return { ...bare(certificate), ...before, since: still ? certificate.since : now };
}

/** A stay ends and the decision takes effect again, unless something graver came about meanwhile. */
export function resumed(certificate: Certificate, decided: Decided, now: Date): Certificate | undefined {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
      return { ...bare(certificate), ...decided, since: now };
    case 'suspended':
      if (decided.status === 'withdrawn') return { ...bare(certificate), ...decided, since: now };
      return isGraver(decided.reasonClass, certificate.reasonClass)
        ? { ...certificate, reasonClass: decided.reasonClass }
        : undefined;
    case 'withdrawn':
      return decided.status === 'withdrawn' && isGraverEnd(decided.reasonClass, certificate.reasonClass)
        ? { ...certificate, reasonClass: decided.reasonClass }
        : undefined;
    case 'superseded':
    case 'transferred':
      return undefined;
  }
}

/** How a status is read in public, for the page on which it is decided. */
export const readAs = (status: Before | Decided) => ({
  status: publicly[status.status],
  reasonClass: 'reasonClass' in status ? status.reasonClass : null,
});

type Follows<S> = {
  registrationNumber: string;
  statuses: { shows: boolean; before: Before; decided: Decided } | undefined;
  scopes: { upheld: S; dismissed: S } | undefined;
};

/** What the public would read of either outcome; a status that something else took the place of changes no more. */
export const whatFollows = <S>({ registrationNumber, statuses, scopes }: Follows<S>) => ({
  registrationNumber,
  scopes,
  statuses: statuses?.shows
    ? { upheld: readAs(statuses.before), dismissed: readAs(statuses.decided) }
    : undefined,
});

/** What is to be told of an appeal today: the latest step of each clock alone, also after the clock stood still. */
export function noticesOn(appeal: Appeal, today: Day): NoticeStep[] {
  if (appeal.outcome !== null) return [];
  const acknowledgement: NoticeStep[] =
    !appeal.acknowledged && today > appeal.acknowledgeBy ? ['acknowledgement_late'] : [];
  if (today > appeal.dueOn) return [...acknowledgement, 'decision_late'];
  return today >= addDays(appeal.dueOn, -7) ? [...acknowledgement, 'decision_soon'] : acknowledgement;
}

/** A late appeal is seen to by whoever owns the scheme, also where they may not decide it themselves (domain 2.6). */
export const isEscalated = ({ dueOn, owner }: { dueOn: Day; owner: boolean }, today: Day) =>
  owner && today > dueOn;

const bare = ({ id, number, organisationId, applicationId, validUntil }: Certificate) => ({
  ...{ id, number, organisationId, applicationId, validUntil },
});
