import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import {
  finalStatuses,
  suspensionReasons,
  watchReasons,
  withdrawalReasons,
  type Certificate,
} from './model.ts';

const perPage = 25;

const issued = {
  id: z.string(),
  number: z.string(),
  organisationId: z.string(),
  applicationId: z.string(),
  validUntil: z.string(),
  since: z.date(),
};

export const shape = z.discriminatedUnion('status', [
  z.object({ ...issued, status: z.literal('active') }),
  z.object({ ...issued, status: z.literal('active_under_watch'), reasonClass: z.enum(watchReasons) }),
  z.object({ ...issued, status: z.literal('suspended'), reasonClass: z.enum(suspensionReasons) }),
  z.object({ ...issued, status: z.literal('withdrawn'), reasonClass: z.enum(withdrawalReasons) }),
  z.object({ ...issued, status: z.literal('superseded') }),
  z.object({ ...issued, status: z.literal('transferred') }),
]);

export const columns = [
  'certificate.id',
  'certificate.number',
  'certificate.organisation_id as organisationId',
  'certificate.application_id as applicationId',
  'certificate.valid_until as validUntil',
  'certificate.since',
  'certificate.status',
  'certificate.reason_class as reasonClass',
] as const;

/** Call it first in every command: it makes concurrent decisions wait for each other. */
export async function lockCertificate(
  trx: Transaction<Database>,
  id: string,
): Promise<Certificate | undefined> {
  const row = await trx
    .selectFrom('certificate')
    .select(columns)
    .where('certificate.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && shape.parse(row);
}

/** The certificate a recruiter stands on, locked; what it had before is history. */
export async function lockStanding(
  trx: Transaction<Database>,
  organisationId: string,
): Promise<Certificate | undefined> {
  const row = await trx
    .selectFrom('certificate')
    .select(columns)
    .where('certificate.organisation_id', '=', organisationId)
    .where('certificate.status', 'not in', finalStatuses)
    .forUpdate()
    .executeTakeFirst();
  return row && shape.parse(row);
}

const certificates = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .select(columns)
    .select([
      'organisation.name as recruiter',
      'organisation.country',
      'registration.number as registrationNumber',
    ])
    .select([
      'certificate.valid_from as validFrom',
      'certificate.corridors',
      'certificate.sectors',
      'certificate.offices',
      'body.name as auditBody',
    ]);

type Row = {
  recruiter: string;
  country: string;
  registrationNumber: string;
  validFrom: string;
  corridors: string[];
  sectors: string[];
  offices: string[];
  auditBody: string;
};

function toListed(row: Row) {
  const { recruiter, country, registrationNumber, validFrom, corridors, sectors, offices, auditBody } = row;
  return {
    certificate: shape.parse(row),
    recruiter,
    country,
    registrationNumber,
    validFrom,
    corridors,
    sectors,
    offices,
    auditBody,
  };
}

export async function findCertificate({ db }: Scope<Officer>, id: string) {
  const row = await certificates(db).where(isId('certificate.id', id)).executeTakeFirst();
  return row && toListed(row);
}

/** Whether its holder came back with another certificate since; the constraints ask the database the same. */
export async function cameBack({ db }: Pick<Scope, 'db'>, certificateId: string) {
  const { rows } = await sql`select came_back(${certificateId}::uuid) as "cameBack"`.execute(db);
  return z.object({ cameBack: z.boolean() }).parse(rows[0]).cameBack;
}

/** What keeps a graver reason from a withdrawal, or nothing: an appeal against that is decided first. */
export async function barToGraver({ db }: Pick<Scope, 'db'>, certificateId: string) {
  if (await cameBack({ db }, certificateId)) return 'came_back';
  const open = await db
    .selectFrom('certificate_appeal')
    .select('id')
    .where('certificate_id', '=', certificateId)
    .where('against', '=', 'withdrawn')
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return open ? 'appeal_open' : null;
}

/** The recruiter's own certificate: the one in force, else the latest. */
export async function findOwnCertificate({ db, actor }: Scope<Recruiter>) {
  const row = await certificates(db)
    .where('certificate.organisation_id', '=', actor.organisationId)
    .orderBy('certificate.valid_from', 'desc')
    .orderBy('certificate.since', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toListed(row);
}

export async function listCertificates(
  { db, now }: Scope<Officer>,
  { status, q, page }: { status: string; q: string; page: number },
) {
  const filtered = certificates(db)
    .$if(status === 'expired', (query) =>
      query
        .where('certificate.status', 'not in', finalStatuses)
        .where('certificate.valid_until', '<', dayOf(now)),
    )
    .$if(status !== '' && status !== 'expired', (query) => query.where('certificate.status', '=', status))
    // What ended by its last day is found as expired, whatever it was before.
    .$if(['active', 'active_under_watch', 'suspended'].includes(status), (query) =>
      query.where('certificate.valid_until', '>=', dayOf(now)),
    )
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or([
          where('organisation.name', 'ilike', `%${q}%`),
          where('certificate.number', 'ilike', `%${q}%`),
        ]),
      ),
    );
  const [rows, { count }] = await Promise.all([
    filtered
      .orderBy('certificate.since', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    db
      .selectFrom(filtered.as('filtered'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { certificates: rows.map(toListed), count, pages: pagesOf(count, perPage) };
}

/** Each status a certificate had, with the reasons only the scheme reads; newest first. */
export const listStatusDecisions = ({ db }: Scope<Officer>, certificateId: string) =>
  db
    .selectFrom('certificate_status')
    .leftJoin('account', 'account.id', 'certificate_status.decided_by')
    .select([
      'position',
      'cause',
      'action',
      'reason_class as reasonClass',
      'note',
      'decided_at as decidedAt',
      'account.name as decidedBy',
    ])
    .where('certificate_id', '=', certificateId)
    .orderBy('position', 'desc')
    .limit(200)
    .execute();
