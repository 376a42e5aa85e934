import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { callMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, scheduled } from '#tests/support/factories/audits.ts';
import { aPackage, matterOf, noInterest, vote, grant } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { advice } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

const refuses = async (db: Kysely<Database>, statement: string, reason: string) =>
  expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);

const voting = (id: string, person: string, at: string) => `
  insert into decision_package (sha256, matter_id, content, kept_at)
    values (decision_package_sha256('${id}'), '${id}', decision_package_text('${id}'), now()) on conflict do nothing;
  insert into decision_vote (matter_id, account_id, meeting_id, vote, reasons, package_sha256, cast_at)
    select id, '${person}', meeting_id, 'grant', 'Everything was found in order.', decision_package_sha256(id), '${at}'
    from decision_matter where id = '${id}'`;

describe('a vote', () => {
  test('is not dated ahead, which would outwait the two years of whoever advised', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const { accountId } = given.decider;
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(given.as(given.decider), id, noInterest));
    await pastRules(db, (one) => sql.raw(advice(1)({ ...given, day: '2026-03-01' }, accountId)).execute(one));
    await refuses(db, voting(id, accountId, '2026-03-01T10:00:00Z'), 'advised_by_you');
    await refuses(db, voting(id, accountId, '2090-03-01T10:00:00Z'), 'cast_at lies ahead');
    // The house's clock may be ahead of the database's: then the trail says so.
    const now = new Date('2090-03-01T10:00:30Z');
    await db
      .transaction()
      .execute((trx) =>
        recordEvent(trx, { actor: { kind: 'system' }, now, subject: id }, 'decision.vote_cast', {}),
      );
    await sql.raw(voting(id, accountId, '2090-03-01T10:00:00Z')).execute(db);
  });

  test('comes after the matter, its member’s declaration and the call of its meeting', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const { accountId } = given.decider;
    const id = await matterOf(db, given.applicationId);
    await refuses(
      db,
      `insert into decision_declaration (matter_id, account_id, conflicted, statement, declared_at)
       values ('${id}', '${accountId}', false, 'Nothing ties me to it.', '2026-02-01')`,
      'declares on what is before the panel',
    );
    done(await declareInterest(given.as(given.decider), id, noInterest));
    await refuses(db, voting(id, accountId, '2026-02-01'), 'and its member declared');
    const later = { db, actor: given.decider, now: new Date('2026-03-03T09:00:00Z') };
    done(await callMeeting(later, { form: 'meeting', closesOn: '2026-03-09', matters: [id] }));
    await refuses(db, voting(id, accountId, '2026-03-02'), 'after its meeting was called');
  });
});

test('a decision is dated neither before its votes nor ahead', async ({ db, work }) => {
  const given = await aPackage(db, work);
  await pastRules(db, (one) => sql`update decision_matter set quorum = 2`.execute(one));
  done(await vote(given.as(given.decider), given.applicationId, grant));
  await pastRules(db, (one) => sql`update decision_matter set quorum = 1`.execute(one));
  const deciding = (at: string) => `
    insert into certification_decision (matter_id, application_id, organisation_id, organisation_name, application_reference,
      outcome, reasons, decided_by, decided_at, package_sha256)
    select id, application_id, organisation_id, 'Himal Workforce', 'APP-00001', 'granted', 'Everything was found in order.',
      '${given.decider.accountId}', '${at}', decision_package_sha256(id) from decision_matter;
    update decision_matter set state = 'decided', closed_at = '${at}'`;
  await refuses(db, deciding('2026-02-01'), 'a decision comes after its votes');
  await refuses(db, deciding('2090-02-01'), 'decided_at lies ahead');
});

test('nobody joins a team, and nobody declares, on a day that has not come', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await scheduled(given, 'stage1');
  await refuses(
    db,
    `insert into audit_team_member (audit_id, account_id, role, assigned_at)
     values ('${id}', '${given.colleague.accountId}', 'auditor', '2040-01-01')`,
    'assigned_at lies ahead',
  );
  await refuses(
    db,
    `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
     values ('${given.lead.accountId}', '${given.agency.id}', 'kinship', 'A cousin runs the branch.', '2020-01-01', '2090-01-01')`,
    'declared_at lies ahead',
  );
});

describe('an application', () => {
  test('comes before the panel by an audit that is ready for it', async ({ db }) => {
    await anEngagement(db);
    await sql`update application set state = 'in_audit', audit_started_at = now()`.execute(db);
    await refuses(
      db,
      `update application set state = 'decision_pending', package_frozen_at = now()`,
      'no audit that is ready for a decision',
    );
  });

  test('is concluded by what the panel decided', async ({ db, work }) => {
    await aPackage(db, work);
    for (const state of ['certified', 'refused'])
      await refuses(
        db,
        `update application set state = '${state}', concluded_at = now()`,
        'is concluded by what the panel decided',
      );
  });
});
