import pg from 'pg';
import { sql, type Transaction } from 'kysely';

import { log } from '#app/platform/operation/log.server.ts';
import type { Database } from '#db/client.server.ts';

import { isOfTeam } from '../../commands/on-audit.server.ts';

/**
 * What one operation of a device writes, all of it or nothing; undefined where the database did not take it. Those beside it
 * go on: what nobody foresaw of one would otherwise hold up all behind it, for ever.
 */
export async function byItself<T>(trx: Transaction<Database>, act: () => Promise<T>): Promise<T | undefined> {
  // Kysely knows no savepoint within a transaction that ends by itself.
  await sql`savepoint by_itself`.execute(trx);
  try {
    const done = await act();
    await sql`release savepoint by_itself`.execute(trx);
    return done;
  } catch (error) {
    if (!isOfItsWords(error)) throw error;
    await sql`rollback to savepoint by_itself`.execute(trx);
    await sql`release savepoint by_itself`.execute(trx);
    // Neither message nor detail: they may hold what somebody wrote.
    const { code, constraint, table } = error;
    log.error({ code, constraint, table }, 'an operation of a device was not taken');
    return undefined;
  }
}

/**
 * Data, a constraint or a trigger said no: that is so at every try. A connection that broke, a deadlock or a schema that is
 * behind goes by, and the device sends again; what is said of the whole team is no matter of one operation.
 */
const isOfItsWords = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError &&
  ['22', '23', 'P0'].includes((error.code ?? '').slice(0, 2)) &&
  !isOfTeam(error.constraint);
