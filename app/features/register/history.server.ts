import type { Kysely, NotNull } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { StandingStatus } from '../certificates/model.ts';
import type { Asked } from './listed.server.ts';

export type HistoryEntry = { at: string; status: string; reasonClass: string | null };

/** Every standing a recruiter had and why, as a class; newest first. Who came back keeps what was said of it before. */
export async function listHistory({ db }: Asked, registrationNumber: string): Promise<HistoryEntry[]> {
  const registered = await db
    .selectFrom('registration')
    .select('organisation_id as organisationId')
    .where('number', '=', registrationNumber)
    .executeTakeFirst();
  if (!registered) return [];
  const [statuses, applications] = await Promise.all([
    listStatuses(db, registered.organisationId),
    listApplications(db, registered.organisationId),
  ]);
  const told = [
    ...statuses.map(({ status, reasonClass, decidedAt }) => ({
      at: decidedAt.toISOString(),
      status: publicStatus[status] ?? status,
      reasonClass,
    })),
    ...applications.flatMap(({ state, acceptedAt, concludedAt }) => [
      ...(state === 'refused' && concludedAt
        ? [{ at: concludedAt.toISOString(), status: 'not_certified', reasonClass: null }]
        : []),
      { at: acceptedAt.toISOString(), status: 'applicant', reasonClass: null },
    ]),
  ];
  return told.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Applications that stood on the register by themselves: from the first certificate on that one is what is read. */
const listApplications = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('application')
    .select(['state', 'accepted_at as acceptedAt', 'concluded_at as concludedAt'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is not', null)
    .$narrowType<{ acceptedAt: NotNull }>()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('certificate')
            .innerJoin('certificate_status as first', 'first.certificate_id', 'certificate.id')
            .select('certificate.id')
            .whereRef('certificate.organisation_id', '=', 'application.organisation_id')
            .whereRef('first.decided_at', '<', 'application.accepted_at'),
        ),
      ),
    )
    .orderBy('accepted_at', 'desc')
    .limit(50)
    .execute();

/** Every status of every certificate of a recruiter, the latest first. */
const listStatuses = (db: Kysely<Database>, organisationId: string) =>
  db
    .selectFrom('certificate_status')
    .innerJoin('certificate', 'certificate.id', 'certificate_status.certificate_id')
    .select([
      'certificate_status.status',
      'certificate_status.reason_class as reasonClass',
      'certificate_status.decided_at as decidedAt',
    ])
    .where('certificate.organisation_id', '=', organisationId)
    // Its successor was issued in the same moment, and says so.
    .where('certificate_status.action', 'not in', ['superseded', 'transferred'])
    // Issued under the watch of the one before it, it was at no moment without.
    .where(({ not, and, eb, exists, selectFrom }) =>
      not(
        and([
          eb('certificate_status.action', '=', 'issued'),
          exists(
            selectFrom('certificate_status as carried')
              .select('carried.position')
              .whereRef('carried.certificate_id', '=', 'certificate_status.certificate_id')
              .where('carried.action', '=', 'carried'),
          ),
        ]),
      ),
    )
    .orderBy('certificate_status.position', 'desc')
    .limit(200)
    .execute();

const publicStatus: Record<string, StandingStatus> = {
  active: 'certified',
  active_under_watch: 'certified_under_watch',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
};
