import { aheadStates, noticeNames, stateNames, typeNames } from '../../model.ts';
import { listSpan, type Asking, type DueAudit, type PlannedAudit, type Span } from '../month.server.ts';
import { listCarried, listStruck, listUntold } from './gone.server.ts';
import { isShown, type Line } from './rules.ts';

/** Everything a calendar program is told: what stands, and for a while what no longer does. */
export async function listLines(scope: Asking, span: Span): Promise<Line[]> {
  const [{ audits, due }, untold, struck, carried] = await Promise.all([
    listSpan(scope, span),
    listUntold(scope, span),
    listStruck(scope, span),
    listCarried(scope, span),
  ]);
  const lines = [
    ...audits.map(lineOf),
    ...due.map((one) => lineOfDue(one, 'tentative')),
    ...untold.map((one) => lineOf({ ...one, state: 'postponed' as const, undone: false })),
    ...[...struck, ...carried].map((one) => lineOfDue(one, 'cancelled')),
  ];
  return lines.filter((line) => isShown(line, scope.now));
}

type Audit = Omit<PlannedAudit, 'endsOn'> & { endsOn: string };

/** Postponed, its days stand no more; planned again, the same line has others. */
const lineOf = ({ id, type, state, undone, noticeType, ...audit }: Audit): Line => ({
  uid: `audit-${id}`,
  ...{ from: audit.startsOn, until: audit.endsOn },
  summary: `${typeNames[type]}: ${audit.recruiter}`,
  description: `${audit.reference}. ${noticeNames[noticeType]}. ${stateOf(state, undone)}.`,
  path: `/audits/${id}`,
  standing: undone || state === 'postponed' ? 'cancelled' : 'confirmed',
  changedAt: audit.changedAt,
});

/** What comes after its days is no matter of a calendar. */
const stateOf = (state: PlannedAudit['state'], undone: boolean) =>
  undone || aheadStates.includes(state) ? stateNames[state] : 'Fieldwork done';

/** Scheduled, dropped and passed on read alike: whoever may know which reads it here. */
const lineOfDue = (
  { id, type, dueOn, recruiter, changedAt }: DueAudit,
  standing: Line['standing'],
): Line => ({
  uid: `entry-${id}`,
  ...{ from: dueOn, until: dueOn },
  summary: `Last day: ${typeNames[type].toLowerCase()} of ${recruiter}`,
  description: standing === 'cancelled' ? 'This last day no longer stands.' : 'Not scheduled yet.',
  path: '/audits/calendar',
  ...{ standing, changedAt },
});
