import { sql } from 'kysely';

import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';

import { listLate } from '../clock/late/queries.server.ts';
import { findUnheld } from '../clock/due.server.ts';
import { findLicenceComing } from '../clock/licence.server.ts';
import { comingOf, stepsOf } from '../clock/rules.ts';
import { recertificationOf, restorableUntil } from '../cycle/rules.ts';
import { isUnheld, type Certificate } from '../model.ts';
import { listAppealMoments, listRefusals, listRefusedScopes, type Lived } from './disputed.server.ts';
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
    licence: await findLicenceComing(scope, certificate.id, stepsOf(announceDays)),
    late: await listLate(scope, certificate, stepsOf(announceDays)),
    unheld: await findUnheld(scope, certificate.id, today),
    waits: isUnheld(certificate),
    restorable: restorableUntil(certificate, restorationMonths, today),
  };
}

/**
 * The life of a certificate found in the reader's scope, and of those it took the place of: statuses, versions,
 * announcements, audits, appeals, refusals; the earliest first. Words only, whoever reads.
 */
export async function listLife(scope: Reader, certificateId: string): Promise<Moment[]> {
  const line = await listLine(scope, certificateId);
  const ids = line.map(({ id }) => id);
  const lists = await Promise.all([
    listStatuses(scope, ids),
    listVersions(scope, ids),
    listAnnouncements(scope, ids),
    listAudits(scope, ids),
    listAppealMoments(scope, ids),
    listRefusals(scope, ids),
    listRefusedScopes(scope, ids),
  ]);
  const place = (id: string) => line.findIndex((each) => each.id === id);
  return lists
    .flat()
    .toSorted(
      (one, other) => one.on.localeCompare(other.on) || place(one.certificateId) - place(other.certificateId),
    )
    .map(({ certificateId: id, ...moment }) => {
      const lived = line[place(id)];
      return !lived || lived.id === certificateId ? moment : { ...moment, before: lived.number };
    });
}

const mostBefore = 10;

/** A certificate with those before it, one after another: each took the place of the one it names. The earliest first. */
async function listLine({ db }: Reader, certificateId: string) {
  const rows = await db
    .withRecursive('line', (with_) =>
      with_
        .selectFrom('certificate')
        .select(['id', 'number', 'previous_id as previousId'])
        .select(sql<number>`0`.as('place'))
        .where('id', '=', certificateId)
        .unionAll((union) =>
          union
            .selectFrom('certificate')
            .innerJoin('line', 'line.previousId', 'certificate.id')
            .select(['certificate.id', 'certificate.number', 'certificate.previous_id as previousId'])
            .select(sql<number>`line.place + 1`.as('place'))
            .where('line.place', '<', mostBefore),
        ),
    )
    .selectFrom('line')
    .select(['id', 'number'])
    .orderBy('place', 'desc')
    .execute();
  return rows;
}

async function listStatuses({ db }: Reader, ids: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('certificate_status')
    .select(['certificate_id as certificateId', 'action', 'status', 'decided_at as at'])
    .where('certificate_id', 'in', ids)
    .orderBy('position')
    .limit(most)
    .execute();
  return rows.map(({ certificateId, action, status, at }) => ({
    ...{ kind: 'status' as const, what: action, status, on: dayOf(at), certificateId },
  }));
}

const listVersions = async (scope: Reader, ids: string[]): Promise<Lived[]> =>
  (await listScopeChanges(scope, ids)).map(({ certificateId, what, detail, on }) => ({
    ...{ kind: 'version' as const, what, detail, on, certificateId },
  }));

/** Apart from the audits of the same names. */
const told: Record<string, string> = {
  recertification: 'recertification_opened',
  surveillance: 'surveillance_not_held',
};

async function listAnnouncements({ db }: Reader, ids: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('certificate_announcement')
    .select(['certificate_id as certificateId', 'change', 'announced_at as at'])
    .where('certificate_id', 'in', ids)
    .orderBy('announced_at')
    .limit(most)
    .execute();
  return rows.map(({ certificateId, change, at }) => ({
    ...{ kind: 'announcement' as const, what: told[change] ?? change, on: dayOf(at), certificateId },
  }));
}

/** Audits that began: of one that comes, the notice type decides who learns what. */
async function listAudits({ db }: Reader, ids: string[]): Promise<Lived[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['certificate_id as certificateId', 'type', 'started_at as at'])
    .where('certificate_id', 'in', ids)
    .where('started_at', 'is not', null)
    .orderBy('started_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ certificateId, type, at }) =>
    at && certificateId ? [{ kind: 'audit' as const, what: type, on: dayOf(at), certificateId }] : [],
  );
}
