import { sql, type Kysely, type Transaction } from 'kysely';
import { expect } from 'vitest';

import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { lockMatter } from '#app/features/certificates/decisions/matters.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, fieldwork, issued, type Engagement } from '#tests/support/factories/audits.ts';
import { aPackage, matterOf } from '#tests/support/factories/certificates.ts';
import { found } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

/** Until somebody waits for a lock: what is tested happens only then. */
async function somebodyWaits(db: Kysely<Database>) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows.length > 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('Nobody waits');
}

const hold = (trx: Transaction<Database>, table: 'application' | 'audit' | 'finding', id: string) =>
  trx.selectFrom(table).select('id').where('id', '=', id).forNoKeyUpdate().execute();

/** Somebody who decides holds the application and goes on to its audit and finding, while `act` is under way. */
async function beside(
  { db, applicationId }: Engagement,
  after: [string, string?],
  act: () => Promise<unknown>,
) {
  const [audit, finding] = after;
  let acted: Promise<unknown> | undefined;
  await db.transaction().execute(async (trx) => {
    await hold(trx, 'application', applicationId);
    acted = act();
    await somebodyWaits(db);
    await hold(trx, 'audit', audit);
    if (finding) await hold(trx, 'finding', finding);
  });
  return acted;
}

test('a finding that changes while somebody decides waits before it holds anything', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, finding } = await issued(given, 'minor');
  const reason = 'The schedule was read again.';
  const withdrawn = await beside(given, [id, finding], () =>
    withdrawFinding(given.as(given.lead), finding, { reason }),
  );
  expect(withdrawn).toMatchObject({ ok: false });
});

test('a finding that is raised while somebody decides waits before it holds anything', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const raised = await beside(given, [id], () => raiseFinding(given.as(given.lead), id, '1.1.2', found));
  expect(raised).toMatchObject({ ok: true });
});

test('two who hold shares of one application do not wait for each other', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const both = await db.transaction().execute(async (trx) => {
    await trx
      .selectFrom('application')
      .select('id')
      .where('id', '=', given.applicationId)
      .forShare()
      .execute();
    return raiseFinding(given.as(given.lead), id, '1.1.2', found);
  });
  expect(both).toMatchObject({ ok: true });
});

test('what only refers to an application is written while the panel holds it', async ({ db, work }) => {
  const { applicationId } = await aPackage(db, work);
  const matterId = await matterOf(db, applicationId);
  await db.transaction().execute(async (trx) => {
    expect(await lockMatter(trx, matterId)).toBeDefined();
    const free = sql`select 1 from application where id = ${applicationId} for key share nowait`;
    expect((await free.execute(db)).rows).toHaveLength(1);
    const held = sql`select 1 from application where id = ${applicationId} for share nowait`;
    await expect(held.execute(db)).rejects.toThrow('could not obtain lock');
  });
});
