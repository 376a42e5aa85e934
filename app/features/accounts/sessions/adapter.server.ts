import { createHash } from 'node:crypto';

import { sql, type Kysely } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';

import type { Database } from '#db/client.server.ts';

import { toPerson, type Person } from './person.ts';

/** What the table holds of a session id: whoever reads the table cannot sign in with it. */
export const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

export const methods = [
  'password',
  'password_and_code',
  'passkey',
  'single_sign_on',
  'recovery_code',
] as const;
export type Method = (typeof methods)[number];

/** What is written of a session when it begins. */
export type Opening = {
  publicId: string;
  membershipId: string;
  method: Method;
  idleMinutes: number;
  hours: number;
  device: string;
  place: string;
  confirmedAt: Date;
};

/** A session carries its opening when it is made and its person when it is read. */
export type SessionAttributes = { opening?: Opening; person?: Person };

/** lucia's storage, keeping only the SHA-256 of each session's id. */
export const sessionAdapter = (db: Kysely<Database>): Adapter => ({ ...reading(db), ...writing(db) });

type Reading = Pick<Adapter, 'getSessionAndUser' | 'getUserSessions'>;

const reading = (db: Kysely<Database>): Reading => ({
  async getSessionAndUser(sessionId) {
    const row = await readSession(db, hashed(sessionId));
    if (!row) return [null, null];
    const user: DatabaseUser = { id: row.accountId, attributes: {} };
    const { accountId: userId, endsAt: expiresAt } = row;
    return [{ id: sessionId, userId, expiresAt, attributes: { person: toPerson(row) } }, user];
  },
  async getUserSessions(userId) {
    const rows = await db
      .selectFrom('session')
      .select(['id', 'expires_at'])
      .where('account_id', '=', userId)
      .execute();
    return rows.map(({ id, expires_at }): DatabaseSession => ({
      id,
      userId,
      expiresAt: expires_at,
      attributes: {},
    }));
  },
});

/** When it ends by itself: its last day, or its idle time after the last page, whichever comes first. */
export const endsAt = sql<Date>`least(session.expires_at, session.last_seen_at + session.idle_minutes * interval '1 minute')`;

// Two subqueries as text: the builder would take them forty lines.
const hasFactor = sql<boolean>`(exists (select 1 from passkey p where p.account_id = session.account_id)
  or exists (select 1 from authenticator a where a.account_id = session.account_id and a.confirmed_at is not null))`;
const elsewhere = sql<boolean>`exists (select 1 from membership m where m.account_id = session.account_id
  and m.organisation_id <> membership.organisation_id)`;
const places = sql<number>`(select count(*) from membership m where m.account_id = session.account_id)`;

/**
 * Session, person, rights and the other places this person works in, in one statement, which also notes that the
 * session is alive: once a minute, so that most pages write nothing.
 */
const readSession = (db: Kysely<Database>, id: string) =>
  db
    .with('seen', (cte) =>
      cte
        .updateTable('session')
        .set({ last_seen_at: sql`now()` })
        .where('session.id', '=', id)
        .where(sql<boolean>`session.last_seen_at < now() - interval '1 minute' and ${endsAt} > now()`)
        .returning('session.id'),
    )
    .selectFrom('session')
    .innerJoin('membership', 'membership.id', 'session.membership_id')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['session.account_id as accountId', 'session.membership_id as membershipId', endsAt.as('endsAt')])
    .select(['session.public_id as publicId', 'session.confirmed_at as confirmedAt', 'session.method'])
    .select('session.expires_at as expiresAt')
    .select(['membership.role', 'membership.owner_since as ownerSince'])
    .select(['account.name', 'account.email', 'organisation.id as organisationId'])
    .select([
      'organisation.name as organisation',
      'organisation.kind as organisationKind',
      'organisation.country',
    ])
    .select([hasFactor.as('hasFactor'), places.as('places'), elsewhere.as('elsewhere')])
    .where('session.id', '=', id)
    .executeTakeFirst();

const writing = (db: Kysely<Database>): Omit<Adapter, keyof Reading> => ({
  async setSession({ id, userId, attributes: { opening } }) {
    if (!opening) throw new Error('A session begins with its opening');
    const { hours, confirmedAt, ...opened } = opening;
    await db
      .insertInto('session')
      .values({
        id: hashed(id),
        account_id: userId,
        public_id: opened.publicId,
        membership_id: opened.membershipId,
        method: opened.method,
        idle_minutes: opened.idleMinutes,
        device: opened.device,
        place: opened.place,
        confirmed_at: confirmedAt,
        expires_at: sql<Date>`now() + ${hours} * interval '1 hour'`,
      })
      .execute();
  },
  // Ours end by their role's limits, whatever lucia would push on.
  updateSessionExpiration: () => Promise.resolve(),
  async deleteSession(sessionId) {
    await db.deleteFrom('session').where('id', '=', hashed(sessionId)).execute();
  },
  async deleteUserSessions(userId) {
    await db.deleteFrom('session').where('account_id', '=', userId).execute();
  },
  async deleteExpiredSessions() {
    await db.deleteFrom('session').where(endsAt, '<', new Date()).execute();
  },
});
