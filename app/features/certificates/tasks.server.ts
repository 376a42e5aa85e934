import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import { hasTie } from '#db/has-tie.ts';

import { listCheckTasks, listLateChecks } from './claims/checks/queries.server.ts';
import { findUnheld } from './clock/due.server.ts';
import { findLicenceComing } from './clock/licence.server.ts';
import { comingOf, stepsOf, unresolvedOn } from './clock/rules.ts';
import { recertificationOf } from './cycle/rules.ts';
import { isUnheld, type Certificate } from './model.ts';
import { columns, shape } from './queries.server.ts';
import { isLiftedByPanel } from './rules.ts';
import { listToWatchTasks, listWatchTasks } from './watch/queries.server.ts';

const most = 20;

/** What certificates ask of the scheme: suspensions, watches that can end or may begin, uses nobody told about. */
export const listOfficerTasks = async (scope: Scope<Officer>): Promise<Task[]> => [
  ...(await listSuspensionTasks(scope)),
  ...(await listWatchTasks(scope)),
  ...(await listToWatchTasks(scope)),
  ...(await listLateChecks(scope)),
];

/** Suspensions, the longest first: after the months they may last the clock withdraws most certificates (domain 2.6). */
async function listSuspensionTasks({ db, actor, now }: Scope<Officer>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(columns)
    .select(['organisation.name', 'scheme_version.terms'])
    .where('certificate.status', '=', 'suspended')
    .where('certificate.valid_until', '>=', today)
    // Whoever is tied to the holder changes nothing of its certificate.
    .where(({ not, ref }) => not(hasTie(actor.accountId, ref('certificate.organisation_id'), today)))
    .orderBy('certificate.since')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, about: row.number, href: `/scheme/certificates/${row.id}`, action: 'Look' },
    ...suspensionTask(shape.parse(row), row.name, { today, terms: row.terms }),
  }));
}

/** What no clock ends an officer decides on, by the day on which a clock would have. */
function suspensionTask(certificate: Certificate, name: string, at: { today: Day; terms: unknown }) {
  const { suspensionMonths } = termsOf(at.terms).clocks.certificates;
  if (isUnheld(certificate))
    return {
      what: `Decide on the suspension of ${name}: nobody has held its surveillance, and no clock withdraws it`,
      due: unresolvedOn(certificate, suspensionMonths),
    };
  return {
    what: isLiftedByPanel(certificate)
      ? `Put the suspension of ${name} before the panel, or withdraw its certificate`
      : `Lift the suspension of ${name}, or withdraw its certificate`,
    due: comingOf(certificate, suspensionMonths, at.today)?.on ?? null,
  };
}

/** What one's own certificate asks: of what is coming, and of where it is shown. */
export const listHolderTasks = async (scope: Scope<Recruiter>): Promise<Task[]> => [
  ...(await listComingTasks(scope)),
  ...(await listCheckTasks(scope)),
];

/** What time alone will do to it, from the first announcement on, and before that its recertification. */
async function listComingTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  const { db, actor, now } = scope;
  const today = dayOf(now);
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(columns)
    .select('scheme_version.terms')
    .select(({ exists, selectFrom }) => {
      const audit = selectFrom('audit')
        .select('audit.id')
        .whereRef('audit.certificate_id', '=', 'certificate.id')
        .where('audit.type', '=', 'recertification');
      return [
        exists(audit.where('audit.fieldwork_done_at', 'is not', null)).as('audited'),
        // Told or begun: its days are agreed on.
        exists(
          audit
            .where('audit.state', 'not in', ['cancelled', 'aborted', 'refused_by_auditee'])
            .where(({ or, eb }) =>
              or([eb('audit.notified_at', 'is not', null), eb('audit.started_at', 'is not', null)]),
            ),
        ).as('arranged'),
      ];
    })
    .where('certificate.organisation_id', '=', actor.organisationId)
    .where('certificate.status', 'not in', ['withdrawn', 'superseded', 'transferred'])
    .limit(most)
    .execute();
  // A recruiter has one certificate that stands.
  const suspensions = await Promise.all(rows.map((row) => listSuspensionsComing(scope, row)));
  return [...suspensions.flat(), ...rows.flatMap((row) => holderTask(shape.parse(row), row, today))];
}

/** What the clock suspends it for, and what averts that. */
async function listSuspensionsComing(
  scope: Scope<Recruiter>,
  { id, number, terms }: Pick<Known, 'id' | 'number' | 'terms'>,
): Promise<Task[]> {
  const steps = stepsOf(termsOf(terms).clocks.certificates.announceDays);
  const unheld = await findUnheld(scope, id, dayOf(scope.now));
  const licence = await findLicenceComing(scope, id, steps);
  const surveillance = {
    ...{ id: `unheld-${id}`, about: number, href: '/certificate', action: 'Look' },
    what: 'Have the surveillance held before your certificate is suspended',
  };
  const renewal = {
    ...{ id: `licence-${id}`, about: number, href: '/licences', action: 'Enter it' },
    what: 'Have a renewed licence confirmed before your certificate is suspended',
  };
  return [
    ...(unheld ? [{ ...surveillance, due: unheld }] : []),
    ...(licence ? [{ ...renewal, due: licence.on }] : []),
  ];
}

type Known = { id: string; number: string; terms: unknown; audited: unknown; arranged: unknown };

function holderTask(certificate: Certificate, { id, number, terms, audited, arranged }: Known, today: Day) {
  const { validityMonths, clocks } = termsOf(terms);
  const { suspensionMonths, announceDays } = clocks.certificates;
  const task = (what: string, due: Day): Task[] => [
    { id, what, about: number, due, href: '/certificate', action: 'Look' },
  ];
  const coming = comingOf(certificate, suspensionMonths, today);
  if (coming && coming.on <= addDays(today, Math.max(0, ...announceDays)))
    return coming.change === 'withdrawal'
      ? task('Have the suspension lifted before your certificate is withdrawn', coming.on)
      : task('Have your certificate renewed before it ends', coming.on);
  const cycle = { validityMonths, ...clocks.certificates };
  const recertification = recertificationOf(certificate, audited === true, cycle, today);
  if (!recertification || recertification.state === 'audited' || arranged === true) return [];
  return recertification.state === 'open'
    ? task('Agree on the days of your recertification audit with your audit body', recertification.dueOn)
    : task('Have your recertification audit done: it is late', recertification.dueOn);
}
