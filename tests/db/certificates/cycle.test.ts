import { sql, type Kysely } from 'kysely';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect } from 'vitest';

import { certificate } from '#app/api/certificates.server.ts';
import { startApplication } from '#app/features/applications/commands.server.ts';
import { carryOut, type Warrant } from '#app/features/certificates/outcomes.server.ts';
import { listPublicScopeChanges } from '#app/features/certificates/life/versions.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { StandingPanel } from '#app/features/register/ui/standing.tsx';
import { StandingAnswer } from '#app/features/workers/check/ui/answers.tsx';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { liftedByPanel } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const note = 'The officer wrote down why, at some length.';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** Rows that other rooms write, as they stand when the panel has decided: a recertification audit, and the decision. */
async function decided(
  { db, certificateId, decider }: Given,
  kind: 'recertification' | 'restoration',
  auditedOn: string,
) {
  const decisionId = crypto.randomUUID();
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`insert into audit (application_id, certificate_id, organisation_id, audit_body_id, scheme_version_id, type, state,
        scheduled_at, scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at, fieldwork_done_at, summary,
        reported_at, reported_by, reviewed_at, reviewed_by)
      select application_id, ${certificateId}, organisation_id, audit_body_id, scheme_version_id, 'recertification',
        'ready_for_decision', scheduled_at, scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at,
        ${`${auditedOn}T16:00:00Z`}::timestamptz, summary, reported_at, reported_by, reviewed_at, reviewed_by
      from audit where type = 'stage2'`.execute(one);
    await sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name, application_reference,
        outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), ${kind}, application_id, organisation_id, organisation_name, application_reference, 'granted', reasons,
        ${decider.accountId}, decided_at from certification_decision limit 1`.execute(one);
    await sql`set session_replication_role = origin`.execute(one);
  });
  return decisionId;
}

const carry = (db: Kysely<Database>, warrant: Warrant) =>
  db.transaction().execute((trx) => carryOut(trx, warrant));

const renewing = (given: Given, decisionId: string, day: string) => ({
  actor: given.decider,
  now: at(day),
  certificateId: given.certificateId,
  decisionId,
});

const certificates = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .select(['id', 'number', 'status', 'kind', 'previous_id', 'valid_from', 'valid_until', 'cycle_from'])
    .orderBy('number')
    .execute();

describe('a recertification', () => {
  test('audited in time runs from the old end, takes its place and says so to whoever scans the old code', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const decisionId = await decided(given, 'recertification', '2028-10-01');
    const warrant = renewing(given, decisionId, '2028-12-01');
    done(await carry(db, { kind: 'recertification', ...warrant }));
    const [old, next] = await certificates(db);
    expect(old).toMatchObject({ status: 'superseded', valid_until: '2029-02-28' });
    expect(next).toMatchObject({
      ...{ status: 'active', kind: 'recertification', previous_id: given.certificateId },
      ...{ valid_from: '2028-12-01', valid_until: '2032-02-28', cycle_from: '2029-03-01' },
    });
    const seen = done(await findByCertificate({ db, now: at('2028-12-02') }, given.number));
    expect([seen.counts, seen.became, seen.record.certificate?.number]).toEqual([
      false,
      'superseded',
      next?.number,
    ]);
    // A buyer who asks for the number on last year's paper learns where the recruiter stands, and which one counts.
    const scope = { db, now: at('2028-12-02'), actor: { kind: 'visitor' } } as const;
    const asking = { scope, origin: 'https://scheme.example', query: new URLSearchParams() };
    expect(await certificate(asking, given.number)).toMatchObject({
      ...{ status: { status: 'certified', since: '2028-12-01T09:00:00.000Z' }, replacedBy: next?.number },
      ...{ certificate: null, recruiter: { certificate: { number: next?.number } } },
    });
    await work();
    const programme = await db
      .selectFrom('audit_programme_entry')
      .select(['certificate_id'])
      .distinct()
      .where('dropped_at', 'is', null)
      .execute();
    expect(programme).toEqual([{ certificate_id: next?.id }]);
    expect(await carry(db, { kind: 'recertification', ...warrant })).toEqual({
      ok: false,
      refusal: 'superseded',
    });
  });

  test('audited late runs from the decision; early, expired or without an audit there is none', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const without = renewing(given, crypto.randomUUID(), '2028-12-01');
    expect(await carry(db, { kind: 'recertification', ...without })).toMatchObject({
      refusal: 'not_audited',
    });
    const decisionId = await decided(given, 'recertification', '2029-01-10');
    const on = (day: string) => carry(db, { kind: 'recertification', ...renewing(given, decisionId, day) });
    expect(await on('2028-05-01')).toMatchObject({ refusal: 'too_early' });
    expect(await on('2029-03-01')).toMatchObject({ refusal: 'expired' });
    expect(await certificates(db)).toHaveLength(1);
    done(await on('2029-02-01'));
    expect((await certificates(db))[1]).toMatchObject({
      valid_until: '2032-01-31',
      cycle_from: '2029-02-01',
    });
  });
});

test('what expired is restored within its months and not after', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const decisionId = await decided(given, 'restoration', '2029-03-20');
  const on = (day: string) => carry(db, { kind: 'restoration', ...renewing(given, decisionId, day) });
  expect(await on('2029-02-28')).toMatchObject({ refusal: 'not_expired' });
  expect(await on('2029-08-29')).toMatchObject({ refusal: 'too_late' });
  done(await on('2029-08-28'));
  expect(await certificates(db)).toMatchObject([
    { status: 'superseded' },
    { status: 'active', kind: 'restoration', valid_from: '2029-08-28', valid_until: '2032-02-28' },
  ]);
});

test('the panel lifts a suspension, and nobody does without its decision', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const { certificateId, decider } = given;
  done(await suspendCertificate(given.as(given.officer), certificateId, suspension));
  const warrant = renewing(given, crypto.randomUUID(), '2026-04-01');
  const undecided = carry(db, { kind: 'lift', ...warrant });
  await expect(undecided).rejects.toThrow('lifted by the panel');
  done(await liftedByPanel({ db, certificateId, decider, now: at('2026-04-01') }));
  expect((await certificates(db))[0]?.status).toBe('active');
  expect(await carry(db, { kind: 'lift', ...warrant })).toMatchObject({ refusal: 'not_suspended' });
});

describe('a reduced scope', () => {
  const wide = async (given: Given) => {
    const scope = {
      corridors: ['NP-AE', 'NP-QA'],
      sectors: ['construction'],
      offices: ['Kathmandu', 'Pokhara'],
    };
    await given.db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one);
      await one.updateTable('certificate').set(scope).execute();
      await one.updateTable('certificate_version').set(scope).execute();
      await sql`set session_replication_role = origin`.execute(one);
    });
    return scope;
  };

  test('is a new version; the register shows it and the old one is kept', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const scope = await wide(given);
    const officer = given.as(given.officer);
    const reduced = { ...scope, corridors: ['NP-QA'], offices: ['Pokhara', 'Kathmandu'], note };
    done(await reduceScope(officer, given.certificateId, reduced));
    const versions = await db
      .selectFrom('certificate_version')
      .select(['version', 'action', 'corridors', 'offices'])
      .orderBy('version')
      .execute();
    expect(versions).toEqual([
      { version: 1, action: 'issued', corridors: ['NP-AE', 'NP-QA'], offices: ['Kathmandu', 'Pokhara'] },
      { version: 2, action: 'reduced', corridors: ['NP-QA'], offices: ['Kathmandu', 'Pokhara'] },
    ]);
    const seen = done(await findByCertificate({ db, now: at('2026-03-02') }, given.number));
    expect(seen.record.certificate?.corridors).toEqual(['NP-QA']);
    const { registrationNumber } = seen.record;
    const [change] = await listPublicScopeChanges({ db }, registrationNumber);
    expect(change).toEqual({
      ...{ number: given.number, version: 2, what: 'reduced', on: '2026-03-01' },
      detail: 'without Nepal → United Arab Emirates',
    });
    const refusals = new Map([
      [reduced, 'nothing_reduced'],
      [{ ...reduced, corridors: ['NP-AE'] }, 'not_covered'],
      [{ ...reduced, offices: [] }, 'nothing_left'],
    ]);
    for (const [kept, refusal] of refusals)
      expect(await reduceScope(officer, given.certificateId, kept)).toEqual({
        ok: false,
        refusal,
      });
    expect(await reduceScope(officer, crypto.randomUUID(), reduced)).toMatchObject({ refusal: 'not_found' });
  });

  test('is not widened, skipped or rewritten in SQL', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await wide(given);
    const version = (number: number, action: string, corridors: string, by: string) => `
      update certificate set corridors = '${corridors}';
      insert into certificate_version select certificate_id, ${number}, '${action}', '${corridors}', sectors, offices,
        'Written past every rule.', '${by}', now() from certificate_version`;
    const officer = given.officer.accountId;
    for (const [statement, reason] of [
      [version(2, 'reduced', '{NP-AE,NP-QA,NP-MY}', officer), 'a scope that is reduced is not this one'],
      [version(3, 'reduced', '{NP-AE}', officer), 'does not follow'],
      [version(2, 'reduced', '{NP-AE}', given.lead.accountId), 'reduced by an officer'],
      [version(2, 'extended', '{NP-AE,NP-QA,NP-MY}', officer), 'extended by the panel'],
      [`update certificate_version set corridors = '{NP-AE}'`, 'append-only'],
      [`update certificate set corridors = '{NP-AE}'`, 'no version behind it'],
    ] as const)
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);
  });
});

describe('after a withdrawal', () => {
  test.for([
    ['own_request', '2027-03-01'],
    ['fraud', '2029-03-01'],
  ] as const)(
    'for %s an application begins again on %s, by rule and in SQL',
    async ([reasonClass, day], { db, work }) => {
      const given = await aCertificate(db, work);
      done(await withdrawCertificate(given.as(given.officer), given.certificateId, { reasonClass, note }));
      const before = new Date(at(day).getTime() - 86_400_000);
      const apply = (now: Date) => startApplication({ db, actor: given.recruiter, now });
      expect(await apply(before)).toEqual({ ok: false, refusal: 'too_soon_after_withdrawal' });
      const forged = sql`insert into application (organisation_id, scheme_version_id, state, started_at, started_by)
      select organisation_id, scheme_version_id, 'draft', ${before}, started_by from application`;
      await expect(forged.execute(db)).rejects.toThrow('too soon after its certificate was withdrawn');
      done(await apply(at(day)));
    },
  );
});

describe('after an end while it was suspended', () => {
  const ended = async (given: Awaited<ReturnType<typeof aCertificate>>) =>
    done(
      await suspendCertificate(
        { db: given.db, actor: given.officer, now: at('2028-11-01') },
        given.certificateId,
        suspension,
      ),
    );

  test('the register says what it was suspended for', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await ended(given);
    const read = done(await findByCertificate({ db, now: at('2029-03-01') }, given.number));
    expect(read.record.standing).toEqual({
      ...{ status: 'expired', since: '2029-03-01', reasonClass: suspension.reasonClass },
    });
    const panel = renderToStaticMarkup(
      createElement(StandingPanel, { standing: read.record.standing, certificate: null }),
    );
    expect(panel).toContain('came to its end while it was suspended');
    const answer = createElement(StandingAnswer, { language: 'en', entry: read.record, word: null });
    expect(renderToStaticMarkup(answer)).toContain('was stopped, and came to its end on');
  });

  test('an application begins again twelve months after it, by rule and in SQL', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await ended(given);
    const apply = (day: string) => startApplication({ db, actor: given.recruiter, now: at(day) });
    expect(await apply('2030-02-28')).toEqual({ ok: false, refusal: 'too_soon_after_withdrawal' });
    const forged = sql`insert into application (organisation_id, scheme_version_id, state, started_at, started_by)
      select organisation_id, scheme_version_id, 'draft', ${at('2030-02-28')}, started_by from application`;
    await expect(forged.execute(db)).rejects.toThrow('too soon after its certificate was withdrawn');
    done(await apply('2030-03-01'));
  });
});
