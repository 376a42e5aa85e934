import { sql } from 'kysely';
import { expect } from 'vitest';

import { failAudits } from '#app/features/audits/findings/clocks/commands.server.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aGraveFinding } from '#tests/support/factories/late-findings.ts';
import { test } from '#tests/support/test.ts';

const day = (date: string) => new Date(`${date}T08:00:00Z`);
const late = { grade: 'major', state: 'awaiting_cap' } as const;

test.for(['surveillance', 'recertification'] as const)(
  'a %s with something grave open has failed after six months: nothing is renewed, another is due, its finding runs on',
  async (type, { db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const { audit, finding } = await aGraveFinding(given, { ...late, type });
    const stateOf = async () => {
      const { rows } = await sql<{ state: string; runs: boolean; undone: boolean }>`
        select a.state, finding_runs(f, a) as runs, is_undone(a.state, a.aborted_at, a.refused_at) as undone
        from audit a join finding f on f.audit_id = a.id where f.id = ${finding}`.execute(db);
      return rows[0];
    };
    await work();
    mailer.sent.length = 0;
    await failAudits({ db, now: day('2026-10-01') });
    expect(await stateOf()).toEqual({ state: 'caps_open', runs: true, undone: false });
    for (const on of ['2026-10-02', '2026-10-02', '2026-11-01']) await failAudits({ db, now: day(on) });
    expect(await stateOf()).toEqual({ state: 'failed', runs: true, undone: true });
    const facts = await db.selectFrom('event').select('subject').where('type', '=', 'audit.failed').execute();
    expect(facts).toEqual([{ subject: audit }]);
    await work();
    expect(
      mailer.sent
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toContain('nothing is renewed');
    expect((await db.selectFrom('certificate').select('id').execute()).length).toBe(1);
  },
);

test('none fails before its six months, in the database', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { audit } = await aGraveFinding(given, late);
  const fails = (on: string) =>
    sql`update audit set state = 'failed', failed_at = ${day(on)} where id = ${audit}`.execute(db);
  await expect(fails('2026-10-01')).rejects.toThrow('there is time yet');
  await fails('2026-10-02');
});
