import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';

import { listLate } from '../clock/late/queries.server.ts';
import { comingOf, stepsOf } from '../clock/rules.ts';
import { recertificationOf, restorableUntil } from '../cycle/rules.ts';
import type { Certificate } from '../model.ts';
import type { Moment } from './picture.ts';
import { listScopeChanges } from './versions.server.ts';

type Reader = Scope<Officer | Recruiter | Decider>;
const most = 100;

/** What time alone brings next, and until when what expired may be restored. */
export async function findComing(scope: Reader, certificate: Certificate) {
  const { db, now } = scope;
  const { terms, audited } = await db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select('scheme_version.terms')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit')
          .select('audit.id')
          .whereRef('audit.certificate_id', '=', 'certificate.id')
          .where('audit.type', '=', 'recertification')
          .where('audit.fieldwork_done_at', 'is not', null),
      ).as('audited'),
    )
    .where('certificate.id', '=', certificate.id)
    .executeTakeFirstOrThrow();
  const { validityMonths, clocks } = termsOf(terms);
  const { suspensionMonths, restorationMonths, announceDays } = clocks.certificates;
  const today = dayOf(now);
  const cycle = { validityMonths, ...clocks.certificates };
  return {
    recertification: recertificationOf(certificate, audited === true, cycle, today),
    coming: comingOf(certificate, suspensionMonths, today),
    late: await listLate(scope, certificate, stepsOf(announceDays)),
    restorable: restorableUntil(certificate, restorationMonths, today),
  };
}

/** The life of a certificate found in the reader's scope: statuses, versions, announcements, audits; the earliest first. */
export async function listLife(scope: Reader, certificateId: string): Promise<Moment[]> {
  const lists = await Promise.all([
    listStatuses(scope, certificateId),
    listVersions(scope, certificateId),
    listAnnouncements(scope, certificateId),
    listAudits(scope, certificateId),
  ]);
  return lists.flat().toSorted((one, other) => one.on.localeCompare(other.on));
}

async function listStatuses({ db }: Reader, certificateId: string): Promise<Moment[]> {
  const rows = await db
    .selectFrom('certificate_status')
    .select(['action', 'status', 'decided_at as at'])
    .where('certificate_id', '=', certificateId)
    .orderBy('position')
    .limit(most)
    .execute();
  return rows.map(({ action, status, at }) => ({ kind: 'status', what: action, status, on: dayOf(at) }));
}

const listVersions = async (scope: Reader, certificateId: string): Promise<Moment[]> =>
  (await listScopeChanges(scope, certificateId)).map(({ what, detail, on }) => ({
    kind: 'version',
    what,
    detail,
    on,
  }));

/** Apart from the audit of the same name. */
const told: Record<string, string> = { recertification: 'recertification_opened' };

async function listAnnouncements({ db }: Reader, certificateId: string): Promise<Moment[]> {
  const rows = await db
    .selectFrom('certificate_announcement')
    .select(['change', 'announced_at as at'])
    .where('certificate_id', '=', certificateId)
    .orderBy('announced_at')
    .limit(most)
    .execute();
  return rows.map(({ change, at }) => ({
    kind: 'announcement',
    what: told[change] ?? change,
    on: dayOf(at),
  }));
}

/** Audits that began: of one that comes, the notice type decides who learns what. */
async function listAudits({ db }: Reader, certificateId: string): Promise<Moment[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['type', 'started_at as at'])
    .where('certificate_id', '=', certificateId)
    .where('started_at', 'is not', null)
    .orderBy('started_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ type, at }) => (at ? [{ kind: 'audit' as const, what: type, on: dayOf(at) }] : []));
}
