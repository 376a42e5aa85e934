import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
} from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aPackage>>;

/** A finding of this recruiter under another application of it: one it took back. */
async function aFindingElsewhere({ db, lead }: Given, grade: string) {
  const [application, audit, id] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await pastRules(db, async (one) => {
    await sql`insert into audit (id, application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at,
        scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at, fieldwork_done_at, summary, reported_at,
        reported_by, reviewed_at, reviewed_by)
      select ${audit}, ${application}, organisation_id, audit_body_id, scheme_version_id, type, 'ready_for_decision', scheduled_at, scheduled_by,
        planned_at, starts_on, ends_on, notice_type, plan, started_at, fieldwork_done_at, summary, reported_at, reported_by,
        reviewed_at, reviewed_by from audit where type = 'stage2'`.execute(one);
    await sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade,
        state, statement, evidence, raised_at, raised_by, issued_at, contain_due_on, plan_due_on, close_due_on)
      select ${id}, id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', ${grade}, 'awaiting_cap',
        'No payee is named.', 'Seen on paper.', ${now}, ${lead.accountId}::uuid, ${now}, null, '2026-04-01', '2026-08-01'
      from audit where id = ${audit}`.execute(one);
  });
  return id;
}

async function declared(given: Given) {
  const scope = given.as(given.decider);
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  return { scope, id };
}

const states = (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class as reasonClass']).execute();

describe('a finding of an application that was taken back', () => {
  test('lies before the panel with the next one, and nothing is granted while it is open', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const finding = await aFindingElsewhere(given, 'major');
    const { scope, id } = await declared(given);
    const found = await findPackage(scope, id);
    expect(found?.contents?.findings).toMatchObject([{ id: finding, grade: 'major', open: true }]);
    expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toEqual({
      ok: false,
      refusal: 'grave_findings_open',
    });
  });

  test('cannot be passed over by SQL: a vote has a word on it, and a grant does not stand beside it', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const { scope, id } = await declared(given);
    await aFindingElsewhere(given, 'major');
    await sql`insert into decision_package (sha256, matter_id, content, kept_at)
      select decision_package_sha256(${id}::uuid), ${id}::uuid, decision_package_text(${id}::uuid), ${now}`.execute(
      db,
    );
    const voting = (points: string) =>
      sql`insert into decision_vote (matter_id, account_id, vote, reasons, points, package_sha256, cast_at)
      select ${id}::uuid, ${scope.actor.accountId}::uuid, 'grant', ${grant.reasons}, ${points}::jsonb,
        decision_package_sha256(${id}::uuid), ${now}`.execute(db);
    await expect(voting('[]')).rejects.toThrow('reasons for each open finding');
    const { points } = await ballotOn(scope, id, grant);
    await voting(JSON.stringify(points));
    const deciding = sql`insert into certification_decision (matter_id, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at, package_sha256)
      select id, application_id, organisation_id, 'Himal', 'APP-1', 'granted', ${grant.reasons}, ${scope.actor.accountId}::uuid, ${now},
        decision_package_sha256(id) from decision_matter where id = ${id}::uuid`;
    await expect(deciding.execute(db)).rejects.toThrow('while a grave finding of the recruiter is open');
  });

  test('that is small takes a word of each vote, and no more', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const finding = await aFindingElsewhere(given, 'minor');
    const { scope, id } = await declared(given);
    const ballot = await ballotOn(scope, id, grant);
    expect(ballot.points.map(({ findingId }) => findingId)).toEqual([finding]);
    expect(await castVote(scope, id, { ...ballot, points: [] })).toMatchObject({ ok: false });
    done(await castVote(scope, id, ballot));
    expect(await states(db)).toEqual([{ status: 'active', reasonClass: null }]);
  });
});

describe('a finding that changes beside a decision', () => {
  test('is waited for by the vote', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const finding = await aFindingElsewhere(given, 'minor');
    const { scope, id } = await declared(given);
    const ballot = await ballotOn(scope, id, grant);
    const order: string[] = [];
    const voting = await db.transaction().execute(async (trx) => {
      await sql`insert into corrective_action_plan (finding_id, round, root_cause, correction, corrective_action, preventive_action,
          owner, target_on, submitted_at, submitted_by)
        values (${finding}, 1, 'a', 'b', 'c', 'd', 'e', '2026-04-01', ${now}, ${given.recruiter.accountId})`.execute(
        trx,
      );
      await sql`update finding set state = 'cap_submitted' where id = ${finding}::uuid`.execute(trx);
      const cast = castVote(scope, id, ballot).then((answer) => {
        order.push('voted');
        return answer;
      });
      await sql`select pg_sleep(0.5)`.execute(trx);
      order.push('changed');
      return { cast };
    });
    expect(await voting.cast).toEqual({ ok: false, refusal: 'package_changed' });
    expect(order).toEqual(['changed', 'voted']);
  });

  test('and is grave reaches the certificate that was granted meanwhile', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const finding = await aFindingElsewhere(given, 'major');
    const before = new Date(now.getTime() - 1000);
    const about = { subject: finding, related: [given.agency.id] };
    await db.transaction().execute((trx) =>
      recordEvent(trx, { actor: { kind: 'system' }, now: before, ...about }, 'finding.regraded', {
        from: 'minor',
        to: 'major',
      }),
    );
    await work();
    expect(await states(db)).toEqual([{ status: 'active_under_watch', reasonClass: 'open_major_finding' }]);
  });
});
