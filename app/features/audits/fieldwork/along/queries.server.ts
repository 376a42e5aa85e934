import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { hasRefused } from '../operations.server.ts';

/** Ask only with an audit that was found by somebody on its team. */

const mostDevices = 200;

/** Each device that took the audit along, as it stands by its last taking: the newest first. */
export async function listAlong(db: Kysely<Database>, auditId: string) {
  const latest = db
    .selectFrom('fieldwork_taking as taking')
    .innerJoin('account', 'account.id', 'taking.account_id')
    .distinctOn(['taking.account_id', 'taking.device'])
    .select(['taking.id', 'account.name as by', 'taking.taken_at as takenAt', 'taking.sent_at as sentAt'])
    .where('taking.audit_id', '=', auditId)
    .orderBy('taking.account_id')
    .orderBy('taking.device')
    .orderBy('taking.taken_at', 'desc')
    // Taken and sent in one moment, the open one is the later.
    .orderBy('taking.sent_at', (order) => order.desc().nullsFirst());
  return db
    .selectFrom(latest.as('along'))
    .selectAll()
    .orderBy('along.takenAt', 'desc')
    .orderBy('along.id')
    .limit(mostDevices)
    .execute();
}

/** All that have not sent since: what fieldwork does not close over in silence. */
export async function listAway(db: Kysely<Database>, auditId: string) {
  const rows = await db
    .selectFrom('fieldwork_taking')
    .select('id')
    .where('audit_id', '=', auditId)
    .where('sent_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether somebody had the audit with them. */
export const tookAlong = async (db: Kysely<Database>, auditId: string, accountId: string) =>
  (await db
    .selectFrom('fieldwork_taking')
    .select('id')
    .where('audit_id', '=', auditId)
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const mostPhotos = 500;

/** Photos that came when fieldwork was over: nobody's evidence, and not lost. */
export const listLatePhotos = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('late_photo as photo')
    .innerJoin('document_version as file', 'file.document_id', 'photo.document_id')
    .innerJoin('account', 'account.id', 'photo.arrived_by')
    .select(['photo.document_id as id', 'photo.indicator_code as code', 'photo.arrived_at as arrivedAt'])
    .select(['file.filename', 'file.bytes', 'account.name as by'])
    .where('photo.audit_id', '=', auditId)
    .where('file.version', '=', 1)
    .orderBy('photo.indicator_code')
    .orderBy('photo.arrived_by')
    .orderBy('photo.seq')
    .limit(mostPhotos)
    .execute();

/** What fieldwork was closed without: each device that had not sent by then, with the reasons that were given. */
export async function findClosedWithout(db: Kysely<Database>, { id }: Pick<Audit, 'id'>) {
  const { reasons, closedAt } = await db
    .selectFrom('audit')
    .select(['away_reasons as reasons', 'fieldwork_done_at as closedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (reasons === null || closedAt === null) return null;
  const devices = (await listAlong(db, id)).filter(({ sentAt }) => sentAt === null || sentAt > closedAt);
  return { reasons, devices };
}

/** Whether anything came too late, or may still come. */
export const hasKept = async (db: Kysely<Database>, auditId: string) =>
  (await hasRefused(db, auditId)) || (await findWithout(db, auditId)) || (await hasLatePhotos(db, auditId));

const findWithout = async (db: Kysely<Database>, auditId: string) =>
  (await findClosedWithout(db, { id: auditId })) !== null;

const hasLatePhotos = async (db: Kysely<Database>, auditId: string) =>
  (await db
    .selectFrom('late_photo')
    .select('document_id')
    .where('audit_id', '=', auditId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
