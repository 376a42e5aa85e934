import { runMigrations } from 'graphile-worker';
import { Migrator, sql, type Kysely } from 'kysely';

import { connect, type Database } from './client.server.ts';
import * as migrations from './migrations/index.ts';

const migrator = (db: Kysely<Database>) =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });

/** Brings the database at `url` up to date: the queue's own schema, then ours. Safe when two run at once. */
export async function migrate(url: string) {
  const { db, pool } = connect(url, { max: 2 });
  try {
    // One advisory lock around both: graphile-worker's migrations and ours each lock only themselves.
    await db.connection().execute(async (one) => {
      await sql`select pg_advisory_lock(8720261124)`.execute(one);
      await runMigrations({ pgPool: pool });
      const { error, results } = await migrator(db).migrateToLatest();
      await sql`select pg_advisory_unlock(8720261124)`.execute(one);
      if (error) throw error instanceof Error ? error : new Error('The migration failed', { cause: error });
      return results;
    });
  } finally {
    await db.destroy();
  }
}

/** True when every migration this code knows has run there. */
export async function migrationsAreCurrent(db: Kysely<Database>) {
  const all = await migrator(db).getMigrations();
  return all.every((migration) => migration.executedAt !== undefined);
}
