import { createHash } from 'node:crypto';

import type { Kysely } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';

import type { Database } from '#db/client.server.ts';

/** What the table holds of a session id: whoever reads the table cannot sign in with it. */
export const hashed = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

/** lucia's storage, keeping only the SHA-256 of each session's id. */
export const sessionAdapter = (db: Kysely<Database>): Adapter => ({ ...reading(db), ...writing(db) });

type Reading = Pick<Adapter, 'getSessionAndUser' | 'getUserSessions'>;

const reading = (db: Kysely<Database>): Reading => ({
  async getSessionAndUser(sessionId) {
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where('id', '=', hashed(sessionId))
      .executeTakeFirst();
    if (!row) return [null, null];
    const user: DatabaseUser = { id: row.account_id, attributes: {} };
    return [toSession(sessionId, row), user];
  },
  async getUserSessions(userId) {
    const rows = await db.selectFrom('session').selectAll().where('account_id', '=', userId).execute();
    return rows.map((row) => toSession(row.id, row));
  },
});

const writing = (db: Kysely<Database>): Omit<Adapter, keyof Reading> => ({
  async setSession({ id, userId, expiresAt, attributes }) {
    await db
      .insertInto('session')
      .values({
        id: hashed(id),
        account_id: userId,
        membership_id: attributes.membershipId,
        expires_at: expiresAt,
      })
      .execute();
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await db
      .updateTable('session')
      .set({ expires_at: expiresAt })
      .where('id', '=', hashed(sessionId))
      .execute();
  },
  async deleteSession(sessionId) {
    await db.deleteFrom('session').where('id', '=', hashed(sessionId)).execute();
  },
  async deleteUserSessions(userId) {
    await db.deleteFrom('session').where('account_id', '=', userId).execute();
  },
  async deleteExpiredSessions() {
    await db.deleteFrom('session').where('expires_at', '<', new Date()).execute();
  },
});

type Row = { account_id: string; membership_id: string; expires_at: Date };

const toSession = (id: string, { account_id, membership_id, expires_at }: Row): DatabaseSession => ({
  id,
  userId: account_id,
  expiresAt: expires_at,
  attributes: { membershipId: membership_id },
});
