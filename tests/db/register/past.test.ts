import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import * as certificates from '#app/features/certificates/status-commands.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { findRecordOn } from '#app/features/register/past/record.server.ts';
import { endOf } from '#app/features/register/past/rules.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import type { Reviewer } from '#app/platform/scope.ts';
import { appealed } from '#tests/support/factories/appeals.ts';
import { aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, liftedByPanel, pastRules } from '#tests/support/factories/matters.ts';
import { coverWhole, whole } from '#tests/support/factories/scopes.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

const number = 'LRN00012603';
const note = 'The officer wrote down why, at some length.';
const on = (day: Day) => new Date(`${day}T09:00:00Z`);
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** What was answered on each day at its end, for later comparison. */
type Kept = Map<Day, unknown>;
async function present({ db }: Pick<Given, 'db'>, day: Day) {
  const found = await findRecord({ db, now: new Date(endOf(day).getTime() - 1) }, number);
  // Contacts are for a call of today: a past day tells none.
  const { contact, ...record } = done(found);
  expect(contact).toBeNull();
  return record;
}

async function asThen({ db }: Pick<Given, 'db'>, day: Day) {
  const { asOf, asToday, ...record } = done(await findRecordOn({ db }, number, day));
  expect({ asOf, asToday }).toEqual({ asOf: day, asToday: ['name', 'nameLocal'] });
  return record;
}

/** Every day kept is told today as it was told then. */
async function toldAsThen(given: Pick<Given, 'db'>, kept: Kept) {
  for (const [day, then] of kept) expect(await asThen(given, day), day).toEqual(then);
}

const acts = ['watch', 'clear', 'suspend', 'graver', 'lift', 'panel', 'withdraw'] as const;
const moves = fc.record({
  act: fc.constantFrom(...acts, 'upheld' as const, 'stayed_then_dismissed' as const),
  wait: fc.integer({ min: 0, max: 40 }),
});
type Act = (typeof acts)[number] | 'upheld' | 'stayed_then_dismissed';
type World = Given & { judge: Awaited<ReturnType<typeof aPerson<'officer'>>> };

/** Whatever is refused leaves all as it was. */
function move({ db, certificateId: id, ...people }: World, act: Act, now: Date) {
  const officer = { db, actor: people.officer, now };
  switch (act) {
    case 'watch':
      return certificates.watchCertificate(officer, id, { reasonClass: 'special_audit', note });
    case 'clear':
      return certificates.clearCertificate(officer, id, { note });
    case 'suspend':
      return certificates.suspendCertificate(officer, id, { reasonClass: 'levy_unpaid', note });
    case 'graver':
      return certificates.suspendCertificate(officer, id, { reasonClass: 'fees_charged', note });
    case 'lift':
      return certificates.liftSuspension(officer, id, { note });
    case 'panel':
      return liftedByPanel({ db, certificateId: id, decider: people.decider, now });
    case 'withdraw':
      return certificates.withdrawCertificate(officer, id, { reasonClass: 'fraud', note });
    case 'upheld':
    case 'stayed_then_dismissed':
      return appealed({ db, owner: { ...people.recruiter, owner: true }, judge: people.judge, now }, act);
  }
}

describe('a past day', () => {
  test('is answered as it was answered then, whatever was decided since', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
    const world = { ...given, judge: await aPerson(db, scheme, 'officer', 'Ines Costa') };
    const kept: Kept = new Map();
    let day = '2026-03-01';
    const seen = new Set<string>();
    const walk = async (steps: { act: Act; wait: number }[]) => {
      for (const { act, wait } of steps) {
        kept.set(day, await present(given, day));
        day = addDays(day, wait);
        await move(world, act, on(day));
        await runCertificateClock({ db, now: on(day) });
        const now = await present(given, day);
        seen.add(now.standing.status);
        expect(await asThen(given, day), `${act} on ${day}`).toEqual(now);
        kept.set(day, now);
      }
    };
    await walk([
      ...[
        { act: 'watch' as const, wait: 3 },
        { act: 'suspend' as const, wait: 4 },
      ],
      ...[
        { act: 'graver' as const, wait: 5 },
        { act: 'upheld' as const, wait: 2 },
      ],
      ...[
        { act: 'stayed_then_dismissed' as const, wait: 2 },
        { act: 'lift' as const, wait: 9 },
      ],
    ]);
    const chance = fc.asyncProperty(fc.array(moves, { minLength: 25, maxLength: 25 }), walk);
    await fc.assert(chance, { numRuns: 1, endOnFailure: true });
    await walk([{ act: 'withdraw', wait: 1 }]);
    await toldAsThen(given, kept);
    await betweenEntries(given, day);
    expect([...seen]).toEqual(expect.arrayContaining(['certified_under_watch', 'suspended', 'withdrawn']));
  }, 120_000);

  test('knows what was superseded, restored and expired, and the scope of then', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await coverWhole(db);
    const kept: Kept = new Map();
    const keep = async (day: Day) => void kept.set(day, await present(given, day));
    await keep('2026-03-02');
    const officer = { db, actor: given.officer, now: on('2026-06-01') };
    done(await reduceScope(officer, given.certificateId, { ...whole, corridors: ['NP-QA'], note }));
    await keep('2026-06-01');
    await keep('2029-02-28');
    await keep('2029-03-01');
    await restored(given, '2029-03-10');
    await keep('2029-03-10');
    await toldAsThen(given, kept);
    expect(kept.get('2026-03-02')).toMatchObject({ certificate: { corridors: whole.corridors } });
    expect(kept.get('2029-03-01')).toMatchObject({ standing: { status: 'expired' } });
    const told = await listHistory({ db, now: on('2029-03-10') }, number);
    expect(told.map(({ status }) => status)).toEqual(['certified', 'expired', 'certified', 'applicant']);
    await betweenEntries(given, '2029-03-10');
  }, 60_000);

  test('knows which body had the certificate before a transfer', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const before = await present(given, '2026-03-01');
    const other = await aPlace(db, 'audit_body', 'Lantern Audits');
    await approved(db, other.id, given.officer);
    const actor: Reviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
    const asked = { db, actor: given.recruiter, now: on('2026-03-05') };
    done(await askForTransfer(asked, { body: other.id, grounds: 'The new body speaks Maithili.' }));
    const scope = { db, actor, now: on('2026-03-06') };
    const [task] = await listTransferTasks(scope);
    const answer = 'The reports were reviewed and nothing is open.';
    done(await reviewed(scope, task?.id ?? '', { outcome: 'accepted', answer }));
    expect(await asThen(given, '2026-03-01')).toEqual(before);
    expect(await asThen(given, '2026-03-06')).toEqual(await present(given, '2026-03-06'));
    expect(await asThen(given, '2026-03-06')).toMatchObject({ certificate: { auditBody: 'Lantern Audits' } });
  });

  test('before it was listed, of nobody and of whoever left has its own answer', async ({ db, work }) => {
    await aCertificate(db, work);
    const refused = (refusal: string) => ({ ok: false, refusal });
    expect(await findRecordOn({ db }, number, '2026-02-28')).toEqual(refused('not_yet_listed'));
    expect(await findRecordOn({ db }, 'LRN99999999', '2026-03-01')).toEqual(refused('unknown_recruiter'));
    await db.updateTable('registration').set({ delisted_on: '2026-03-02' }).execute();
    expect(await findRecordOn({ db }, number, '2026-03-01')).toEqual(refused('removed'));
  });
});

/** For any day between two decisions the answer is that of the earlier one. */
async function betweenEntries({ db }: Pick<Given, 'db'>, last: Day) {
  const told = await listHistory({ db, now: on(last) }, number);
  for (const { at } of told) {
    for (const day of [-1, 0, 1, 17].map((away) => addDays(dayOf(new Date(at)), away))) {
      if (day < '2026-03-01' || day > last) continue;
      const earlier = told.find((entry) => new Date(entry.at) < endOf(day));
      const { standing } = done(await findRecordOn({ db }, number, day));
      expect(standing, day).toMatchObject({ status: earlier?.status, reasonClass: earlier?.reasonClass });
    }
  }
}

/** The panel granted it, and it is carried out: what had expired comes back. How the votes came about is not asked. */
async function restored(given: Given, day: Day) {
  const { db, certificateId, decider } = given;
  const decisionId = crypto.randomUUID();
  await aReadyAudit(given, 'recertification', '2029-03-05');
  await pastRules(db, (one) =>
    sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), 'restoration', application_id, organisation_id, 'Himal', 'APP-1', 'granted', reasons, decided_by,
        ${on(day)} from certification_decision limit 1`.execute(one),
  );
  const warrant = { kind: 'restoration', actor: decider, now: on(day), certificateId, decisionId } as const;
  done(await db.transaction().execute((trx) => carryOut(trx, warrant)));
}
