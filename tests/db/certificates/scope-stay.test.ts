import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { listLife } from '#app/features/certificates/life/queries.server.ts';
import { listPublicScopeChanges } from '#app/features/certificates/life/versions.server.ts';
import { findPaper } from '#app/features/certificates/paper/queries.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { previewScopes } from '#app/features/register/preview.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  aSecond,
  days,
  decidedByTwo,
  dismissed,
  rawDecision,
  upheld,
} from '#tests/support/factories/appeals.ts';
import { done } from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { anAppealedReduction, whole } from '#tests/support/factories/scopes.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';
const stay = { stay: 'granted' as const, reasons: 'The harm of waiting would be greater than its use.' };
const no = (refusal: string) => ({ ok: false, refusal });
type Given = Awaited<ReturnType<typeof anAppealedReduction>>;

const later = ({ judge }: Given, count: number) => ({ ...judge, now: days(count) });

/** What everybody reads of it: register, verification of the certificate's number, and the printed paper. */
async function covered({ db, number }: Given) {
  const seen = done(await findByCertificate({ db, now: days(20) }, number));
  const paper = await findPaper({ db, now: days(20) }, number);
  expect(paper?.corridors).toEqual(seen.record.certificate?.corridors);
  return seen.record.certificate?.corridors;
}

const changes = async ({ db }: Given) => {
  const { number } = await db.selectFrom('registration').select('number').executeTakeFirstOrThrow();
  const listed = await listPublicScopeChanges({ db }, number);
  return listed.toReversed().map(({ what, detail, on }) => `${on} ${what}: ${detail}`);
};

describe('a reduction that was appealed against', () => {
  test('counts until a stay; stayed, the scope before stands everywhere; dismissed, it counts again', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anAppealedReduction(db, work);
    await work();
    mailer.sent.length = 0;
    expect(await covered(given)).toEqual(['NP-QA']);
    expect(done(await decideStay(later(given, 5), given.appealId, stay))).toMatchObject({ stay: 'granted' });
    expect(await covered(given)).toEqual(whole.corridors);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('a stay was granted'),
    );
    done(await decidedByTwo(later(given, 9), given.appealId, dismissed));
    expect(await covered(given)).toEqual(['NP-QA']);
    // Each span of time keeps the scope it had: nothing is rewritten.
    expect(await changes(given)).toEqual([
      '2026-03-01 reduced: without Nepal → United Arab Emirates',
      '2026-03-06 scope_stayed: with Nepal → United Arab Emirates',
      '2026-03-10 scope_resumed: without Nepal → United Arab Emirates',
    ]);
    const life = await listLife(given.as(given.officer), given.certificateId);
    expect(life.filter(({ kind }) => kind === 'version').map(({ what }) => what)).toEqual([
      ...['reduced', 'scope_stayed', 'scope_resumed'],
    ]);
    const told = await db
      .selectFrom('event')
      .select('type')
      .where('type', 'like', 'certificate.s%')
      .orderBy('position')
      .execute();
    expect(told.map(({ type }) => type)).toEqual([
      ...['certificate.scope_reduced', 'certificate.stay_decided', 'certificate.scope_returned'],
      'certificate.scope_reduced',
    ]);
    expect(await listDecisions(db, given.agency.id)).toEqual([]);
  });

  test('upheld after a stay, is over for good', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    done(await decideStay(later(given, 5), given.appealId, stay));
    done(await decidedByTwo(later(given, 9), given.appealId, upheld));
    expect(await covered(given)).toEqual(whole.corridors);
    expect((await changes(given)).at(-1)).toBe('2026-03-10 returned: for good');
  });

  test('is stayed or not once; refused, all stays as it is', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    done(await decideStay(later(given, 5), given.appealId, { ...stay, stay: 'refused' }));
    expect(await covered(given)).toEqual(['NP-QA']);
    expect(await decideStay(later(given, 6), given.appealId, stay)).toEqual(no('stay_decided'));
    done(await decidedByTwo(later(given, 9), given.appealId, dismissed));
    expect(await changes(given)).toHaveLength(1);
  });

  test('holds nothing of a certificate that was withdrawn', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    const withdrawal = { reasonClass: 'fraud' as const, note };
    done(await withdrawCertificate(given.as(given.officer), given.certificateId, withdrawal));
    expect(await decideStay(later(given, 5), given.appealId, stay)).toEqual(no('nothing_to_stay'));
    done(await decidedByTwo(later(given, 9), given.appealId, upheld));
    expect(await changes(given)).toHaveLength(1);
  });

  test('is shown to whoever decides as the public will read it', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    const appeal = await findCertificateAppeal(given.judge, given.appealId);
    expect(appeal?.scopes?.stayed).toEqual(whole);
    expect(appeal?.scopes?.dismissed.corridors).toEqual(['NP-QA']);
    const readings = await previewScopes(given.judge, appeal?.registrationNumber ?? '', {
      'If stayed': appeal?.scopes?.stayed ?? { corridors: [], sectors: [], offices: [] },
    });
    expect(readings.map(({ title, record }) => [title, record.certificate?.corridors])).toEqual([
      ['What the public reads now', ['NP-QA']],
      ['If stayed', whole.corridors],
    ]);
  });

  test('stays out where another reduction during the stay took it out itself; nothing is emptied', async ({
    db,
    work,
  }) => {
    const given = await anAppealedReduction(db, work);
    done(await decideStay(later(given, 5), given.appealId, stay));
    const officer = { ...given.as(given.officer), now: days(6) };
    const rest = { ...whole, corridors: ['NP-AE'], note };
    done(await reduceScope(officer, given.certificateId, rest));
    expect(await decidedByTwo(later(given, 9), given.appealId, dismissed)).toEqual(
      no('nothing_left_after_stay'),
    );
    done(await decidedByTwo(later(given, 9), given.appealId, upheld));
    expect(await covered(given)).toEqual(['NP-AE']);
  });

  test('counts again in the certificate that took its place during the stay', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    done(await decideStay(later(given, 5), given.appealId, stay));
    const next = await renewed(given);
    done(await decidedByTwo(later(given, 9), given.appealId, dismissed));
    const { corridors } = await db
      .selectFrom('certificate')
      .select('corridors')
      .where('id', '=', next)
      .executeTakeFirstOrThrow();
    expect(corridors).toEqual(['NP-QA']);
  });
});

/** A certificate of the next cycle, as the panel's decision leaves it; how it came about is another test's. */
async function renewed({ db, certificateId }: Given) {
  const id = crypto.randomUUID();
  await pastRules(db, async (one) => {
    await sql`update certificate set status = 'superseded'`.execute(one);
    await sql`insert into certificate (id, number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id,
        status, since, corridors, sectors, offices, kind, previous_id, valid_from, valid_until, cycle_from)
      select ${id}, 'ERC-2026-00777', organisation_id, application_id, ${crypto.randomUUID()}, scheme_version_id, audit_body_id,
        'active', since, corridors, sectors, offices, 'recertification', id, valid_from, valid_until, cycle_from
      from certificate where id = ${certificateId}`.execute(one);
    await sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      select c.id, 'issued', 'active', 'As it was granted', v.decided_by, c.since
      from certificate c, certificate_version v where c.id = ${id} and v.version = 1`.execute(one);
    await sql`insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note, decided_by, from_at)
      select c.id, 1, 'issued', c.corridors, c.sectors, c.offices, 'As it was granted', v.decided_by, ${days(7)}
      from certificate c, certificate_version v where c.id = ${id} and v.version = 1`.execute(one);
  });
  return id;
}

const granting = (
  by: string,
) => `update certificate_appeal set stay = 'granted', stay_reasons = 'Twenty letters at the least',
  stay_decided_by = '${by}', stay_decided_at = now()`;
type By = { by: string; proposer: string };
const deciding = (outcome: string, of: By) =>
  rawDecision({ outcome, reasons: 'Twenty letters at the least', ...of });
const version = (action: string, corridors: string, by: string) => `
  update certificate set corridors = '${corridors}';
  insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note, decided_by, from_at, appeal_id)
    select v.certificate_id, v.version + 1, '${action}', '${corridors}', v.sectors, v.offices, 'Written past every rule.', '${by}', now(), p.id
    from certificate_version v, certificate_appeal p order by v.version desc limit 1`;

const together = (db: Kysely<Database>, ...statements: string[]) =>
  db.transaction().execute((trx) => sql.raw(statements.join(';')).execute(trx));

describe('the database', () => {
  test('lets no stay be granted, nor an appeal be decided, that the scope does not follow', async ({
    db,
    work,
  }) => {
    const given = await anAppealedReduction(db, work);
    const by = given.judge.actor.accountId;
    const of = { by, proposer: (await aSecond(given.judge, given.appealId)).actor.accountId };
    const whatStood = '{NP-QA,NP-AE}';
    for (const [statements, reason] of [
      [[granting(by)], 'does not follow it'],
      [[deciding('upheld', of)], 'does not follow it'],
      [[version('stayed', whatStood, by)], 'no appeal brings'],
      [[deciding('dismissed', of), version('stayed', whatStood, by)], 'no appeal brings'],
      [[granting(by), version('stayed', '{NP-QA,NP-AE,NP-MY}', by)], 'no appeal brings'],
      [[granting(by), version('stayed', whatStood, given.officer.accountId)], 'no appeal brings'],
    ] as const)
      await expect(together(db, ...statements), statements.join()).rejects.toThrow(reason);
    await together(db, granting(by), version('stayed', whatStood, by));
    expect(await covered(given)).toEqual(whole.corridors);
  });

  test('lets no stay outlive its appeal', async ({ db, work }) => {
    const given = await anAppealedReduction(db, work);
    const by = given.judge.actor.accountId;
    const of = { by, proposer: (await aSecond(given.judge, given.appealId)).actor.accountId };
    done(await decideStay(given.judge, given.appealId, stay));
    for (const [statements, reason] of [
      [[deciding('dismissed', of)], 'does not follow it'],
      [[deciding('upheld', of)], 'does not follow it'],
      [[version('resumed', '{NP-QA}', by)], 'no appeal brings'],
      [[deciding('dismissed', of), version('resumed', '{NP-AE}', by)], 'no appeal brings'],
      [[deciding('upheld', of), version('resumed', '{NP-QA}', by)], 'no appeal brings'],
    ] as const)
      await expect(together(db, ...statements), statements.join()).rejects.toThrow(reason);
    await together(db, deciding('dismissed', of), version('resumed', '{NP-QA}', by));
    expect(await covered(given)).toEqual(['NP-QA']);
  });
});
