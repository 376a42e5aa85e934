import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { escalateOverdue } from '#app/features/audits/findings/clocks/commands.server.ts';
import { resumeFinding } from '#app/features/audits/findings/resuming/commands.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anAppeal, days, decidedByTwo, upheld } from '#tests/support/factories/appeals.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aGraveFinding } from '#tests/support/factories/late-findings.ts';
import { test } from '#tests/support/test.ts';

const actor = { kind: 'system' } as const;
const fraud = { reasonClass: 'fraud' as const, note: 'The receipts it showed were made up for the audit.' };

/**
 * A major finding whose plan is due two weeks after the first of March, under a certificate that is withdrawn on that very
 * day and against whose withdrawal an appeal waits.
 */
async function aStandstill(db: Kysely<Database>, work: () => Promise<void>) {
  let finding = '';
  const given = await anAppeal(db, work, async (certified) => {
    ({ finding } = await aGraveFinding(certified, { grade: 'major', state: 'awaiting_cap' }, '2026-03-01'));
    done(await withdrawCertificate(certified.as(certified.officer), certified.certificateId, fraud));
  });
  await work();
  return { ...given, finding };
}

const row = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('finding')
    .select(['plan_due_on as plan', 'close_due_on as close'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const resumptions = (db: Kysely<Database>) =>
  db.selectFrom('finding_resumption').select(['stood_from as from', 'plan_due_on as plan']).execute();

describe('a certificate that stands again after an appeal', () => {
  test('has its findings run again with the days they had left, and their parties told once', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aStandstill(db, work);
    await escalateOverdue({ db, now: days(25) });
    expect(await row(db, given.finding)).toEqual({ plan: '2026-03-15', close: '2026-05-30' });
    mailer.sent.length = 0;
    done(await decidedByTwo({ ...given.judge, now: days(30) }, given.appealId, upheld));
    await work();
    expect(await resumptions(db)).toEqual([{ from: '2026-03-01', plan: '2026-04-14' }]);
    expect(await row(db, given.finding)).toEqual({ plan: '2026-04-14', close: '2026-06-29' });
    const told = mailer.sent.filter(({ subject }) => subject.endsWith('it has to be answered again'));
    expect(told.map(({ text }) => /Send your plan by\s+14 April 2026/.test(text))).toEqual([true, true]);
    const again = { db, actor, now: days(30) };
    expect(await resumeFinding(again, given.finding)).toEqual({ ok: false, refusal: 'not_still' });
    const { state } = await db
      .selectFrom('audit')
      .select('state')
      .where('abort_reason', '=', 'certificate_ended')
      .executeTakeFirstOrThrow();
    expect(state).toBe('closed');
  });

  test('is suspended for one that is late again, as it was announced', async ({ db, work }) => {
    const given = await aStandstill(db, work);
    done(await decidedByTwo({ ...given.judge, now: days(30) }, given.appealId, upheld));
    await work();
    for (const later of [31, 38, 44]) await runCertificateClock({ db, now: days(later) });
    await escalateOverdue({ db, now: days(44) });
    expect(await db.selectFrom('finding_escalation').select('due_on').execute()).toEqual([]);
    await escalateOverdue({ db, now: days(45) });
    await work();
    const standing = await db.selectFrom('certificate').select(['status', 'reason_class']).execute();
    expect(standing).toEqual([{ status: 'suspended', reason_class: 'late_corrective_action' }]);
  });
});

describe('the database', () => {
  const resumed = (db: Kysely<Database>, finding: string, [from, plan]: [string, string]) =>
    db.transaction().execute(async (trx) => {
      await sql`insert into finding_resumption (finding_id, stood_from, resumed_at, plan_due_on, close_due_on)
        values (${finding}, ${from}, ${days(30)}, ${plan}, '2026-06-29')`.execute(trx);
      await sql`update finding set plan_due_on = ${plan}, close_due_on = '2026-06-29' where id = ${finding}`.execute(
        trx,
      );
    });

  test('lets no finding run again while its certificate is withdrawn', async ({ db, work }) => {
    const { finding } = await aStandstill(db, work);
    await expect(resumed(db, finding, ['2026-03-01', '2026-04-14'])).rejects.toThrow('stands again');
    expect(await resumeFinding({ db, actor, now: days(30) }, finding)).toMatchObject({
      refusal: 'not_still',
    });
  });

  test('moves its days as it stood still, once, and by nothing else', async ({ db, work }) => {
    const given = await aStandstill(db, work);
    done(await decidedByTwo({ ...given.judge, now: days(30) }, given.appealId, upheld));
    await expect(resumed(db, given.finding, ['2026-03-01', '2026-05-14'])).rejects.toThrow('it had left');
    await expect(resumed(db, given.finding, ['2026-03-02', '2026-04-14'])).rejects.toThrow('stands again');
    const alone = sql`update finding set plan_due_on = '2026-04-14' where id = ${given.finding}`;
    await expect(alone.execute(db)).rejects.toThrow('stands as it is');
    const still = sql`insert into finding_resumption (finding_id, stood_from, resumed_at, plan_due_on, close_due_on)
      values (${given.finding}, '2026-03-01', ${days(30)}, '2026-04-14', '2026-06-29')`;
    await expect(still.execute(db)).rejects.toThrow('its days move when it runs again');
    await work();
    await expect(resumed(db, given.finding, ['2026-03-01', '2026-04-14'])).rejects.toThrow('stands again');
    for (const change of [
      'update finding_resumption set stood_from = now()',
      'delete from finding_resumption',
    ])
      await expect(sql.raw(change).execute(db)).rejects.toThrow('append-only');
    await expect(sql`truncate finding_resumption`.execute(db)).rejects.toThrow('append-only');
  });
});
