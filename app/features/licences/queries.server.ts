import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Recruiter, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { standings, type Licence } from './model.ts';

/** Who decides on licences. */
export type Deciding = Extract<SignedIn, { kind: 'officer' | 'authority' }>;
/** Who reads them. */
export type Reading = Recruiter | Deciding;

const shape = z.object({
  id: z.string(),
  organisationId: z.string(),
  country: z.string(),
  standing: z.enum(standings),
  validUntil: z.string(),
  renewalUntil: z.string().nullable(),
  reasonClass: z.string().nullable(),
});

const columns = [
  'licence.id',
  'licence.organisation_id as organisationId',
  'licence.country',
  'licence.standing',
  'licence.valid_until as validUntil',
  'licence.renewal_until as renewalUntil',
  'licence.reason_class as reasonClass',
] as const;

/** Call it first in every command: whoever acts on the same licence at once waits here. */
export async function lockLicence(trx: Transaction<Database>, id: string): Promise<Licence | undefined> {
  const row = await trx
    .selectFrom('licence')
    .select(columns)
    .where('licence.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && shape.parse(row);
}

/** A licence by what is printed on it: the same authority and number are the same licence, however they are typed. */
export async function lockSameLicence(
  trx: Transaction<Database>,
  organisationId: string,
  { authority, number }: { authority: string; number: string },
) {
  const row = await trx
    .selectFrom('licence')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    // As the unique index has it.
    .where(sql`lower(btrim(authority))`, '=', sql`lower(btrim(${authority}))`)
    .where(sql`lower(btrim(number))`, '=', sql`lower(btrim(${number}))`)
    .forUpdate()
    .executeTakeFirst();
  return row && shape.parse(row);
}

const ownCountry = (db: Kysely<Database>, organisationId: string) =>
  db.selectFrom('organisation as own').select('own.country').where('own.id', '=', organisationId);

/** What the rule of separation asks about somebody: where their organisation is, and whether they are of the holder's. */
export async function findDecider(trx: Kysely<Database>, actor: Deciding, { organisationId }: Licence) {
  const { country } = await ownCountry(trx, actor.organisationId).executeTakeFirstOrThrow();
  const membership = await trx
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return { actor, ownCountry: country, belongs: membership !== undefined };
}

/** What each actor may read: a recruiter its own, an authority those of its country, the scheme all. */
export const visibleTo = (db: Kysely<Database>, actor: Reading) =>
  db
    .selectFrom('licence')
    .innerJoin('organisation', 'organisation.id', 'licence.organisation_id')
    .where((where) => {
      switch (actor.kind) {
        case 'officer':
          return where.val(true);
        case 'recruiter':
          return where('licence.organisation_id', '=', actor.organisationId);
        case 'authority':
          return where('licence.country', '=', ownCountry(db, actor.organisationId));
      }
    });

/** A licence as its page shows it, with every step it took, newest first. */
export async function findLicence({ db, actor }: Scope<Reading>, id: string) {
  const row = await visibleTo(db, actor)
    .select(columns)
    .select(['licence.authority', 'licence.number', 'licence.type', 'licence.issued_on as issuedOn'])
    .select(['licence.register_url as registerUrl', 'licence.since', 'organisation.name as holder'])
    .where(isId('licence.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { authority, number, type, issuedOn, registerUrl, since, holder } = row;
  const known = { authority, number, type, issuedOn, registerUrl, since: since.toISOString(), holder };
  return { ...shape.parse(row), ...known, steps: await listSteps(db, row.id) };
}

async function listSteps(db: Kysely<Database>, licenceId: string) {
  const rows = await db
    .selectFrom('licence_status')
    .leftJoin('account', 'account.id', 'licence_status.decided_by')
    .select(['position', 'action', 'reason_class as reasonClass', 'valid_until as validUntil', 'note'])
    .select(['decided_at as at', 'account.name as by'])
    .where('licence_id', '=', licenceId)
    .orderBy('position', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ at, ...step }) => ({ ...step, at: at.toISOString() }));
}
