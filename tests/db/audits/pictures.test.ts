import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { findingHeat, openOverTime } from '#app/features/audits/pictures/queries.server.ts';
import { picturesFor, picturesOfAudit } from '#app/features/audits/pictures/pictured.server.ts';
import { whoseOwn } from '#app/features/audits/pictures/policy.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, fieldwork, issued, raised, strangers } from '#tests/support/factories/audits.ts';
import { closing, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const now = new Date('2026-07-01T09:00:00Z');
const period = { from: '2025-07-02', until: '2026-07-01' };
const total = (heat: Awaited<ReturnType<typeof findingHeat>>) =>
  heat.flatMap(({ cells }) => cells).reduce((sum, one) => sum + one, 0);

/** A database that counts what it is asked. */
function counting(db: Kysely<Database>) {
  const asked: string[] = [];
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => (asked.push('answered'), Promise.resolve(result)),
  });
  return { asked, db: counted };
}

describe('findings by principle and grade', () => {
  test('are counted in one question, with a row for every principle', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id, 'critical', '1.1.5');
    await raised(given, id, 'minor', '1.3.1');
    const { asked, db: counted } = counting(db);
    const heat = await findingHeat({ db: counted, actor: given.officer, now }, { of: 'scheme' }, period);
    expect(asked).toHaveLength(1);
    expect(heat).toHaveLength(7);
    expect(heat.find(({ label }) => label.startsWith('1 '))?.cells).toEqual([1, 0, 1, 0]);
  });

  test('leave out what was raised before or after the period, and what was withdrawn', async ({ db }) => {
    const given = await anEngagement(db);
    await raised(given, await fieldwork(given), 'minor');
    const scope = { db, actor: given.officer, now };
    const count = async (from: string, until: string) =>
      total(await findingHeat(scope, { of: 'scheme' }, { from, until }));
    expect(await count('2026-03-01', '2026-03-01')).toBe(1);
    expect(await count('2026-03-02', '2026-07-01')).toBe(0);
    expect(await count('2025-03-02', '2026-02-28')).toBe(0);
    await db
      .updateTable('finding')
      .set({ state: 'withdrawn', withdrawn_at: now, withdrawal_reason: 'Raised in error.' })
      .set({ withdrawn_by: given.lead.accountId })
      .execute();
    expect(await count('2026-03-01', '2026-03-01')).toBe(0);
  });

  test('are the recruiter’s own once told, the body’s own, and all of them for the scheme', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id, 'minor');
    const foreign = await strangers(db);
    const own = async (actor: Parameters<typeof whoseOwn>[0]) =>
      total(await findingHeat({ db, actor, now }, whoseOwn(actor), period));
    for (const who of [given.lead, given.colleague, given.reviewer, given.officer])
      expect(await own(who)).toBe(1);
    for (const who of [given.recruiter, given.decider, ...Object.values(foreign)])
      expect(await own(who)).toBe(0);
    await raised(given, id, 'critical');
    expect(await own(given.recruiter)).toBe(1);
    // Asking for somebody else's shows nothing of them.
    const theirs = { of: 'body', id: given.body.id } as const;
    expect(total(await findingHeat({ db, actor: foreign.auditor, now }, theirs, period))).toBe(0);
  });
});

describe('corrective actions over time', () => {
  test('open when they are told, end when they close, and are late after their last day', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major', 'major', 'minor', 'observation');
    await verified(given, finding);
    done(
      await closeFinding(
        { db, actor: given.reviewer, now: new Date('2026-04-15T09:00:00Z') },
        finding,
        closing,
      ),
    );
    const { asked, db: counted } = counting(db);
    const whose = { of: 'recruiter', id: given.agency.id } as const;
    const standings = await openOverTime({ db: counted, actor: given.recruiter, now }, whose, period);
    expect(asked).toHaveLength(1);
    const on = (day: string) => standings.find((standing) => standing.on >= day);
    expect(on('2026-02-01')?.open).toEqual({ critical: 0, major: 0, minor: 0 });
    expect(on('2026-03-05')).toMatchObject({
      open: { critical: 0, major: 2, minor: 1 },
      late: 0,
      planned: 3,
    });
    expect(on('2026-05-01')).toMatchObject({
      open: { critical: 0, major: 1, minor: 1 },
      late: 0,
      planned: 3,
    });
    expect(on('2026-07-01')).toMatchObject({
      open: { critical: 0, major: 1, minor: 1 },
      late: 1,
      planned: 1,
    });
    expect(standings.at(-1)).toMatchObject({ open: undefined, planned: 0 });
  });
});

test('an audit, a body and a recruiter are pictured with two questions each', async ({ db }) => {
  const given = await anEngagement(db);
  const { id } = await issued(given, 'minor');
  const audit = await findAudit(given.as(given.officer), id);
  if (!audit) throw new Error('no audit');
  const { asked, db: counted } = counting(db);
  const scope = { db: counted, actor: given.officer, now };
  const drawn = await picturesOfAudit(scope, audit);
  expect(asked).toHaveLength(2);
  expect(total(drawn.heat)).toBe(1);
  const request = new Request('https://fairroute.example/x?from=2026-03-01&until=2026-03-31');
  const ofBody = await picturesFor(scope, { of: 'body', id: given.body.id }, request);
  expect(asked).toHaveLength(4);
  expect([ofBody.period.until, total(ofBody.heat)]).toEqual(['2026-03-31', 1]);
});
