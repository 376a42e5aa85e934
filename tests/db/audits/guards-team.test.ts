import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { anEngagement, done, now, scheduled, strangers } from '#tests/support/factories/audits.ts';
import { approvedAuditors } from '#tests/support/factories/auditors.ts';
import { aPackage, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { rawVote } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';
import type { Database } from '#db/client.server.ts';

const joining = (db: Kysely<Database>, audit: string, person: string, role = 'auditor') =>
  sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${audit}, ${person}::uuid, ${role}, ${now})`.execute(db);

test('a team takes auditors of its own body alone, whatever they come as', async ({ db }) => {
  const given = await anEngagement(db);
  const audit = await scheduled(given, 'stage1');
  const other = await strangers(db);
  await approvedAuditors({ db, now }, other.auditor.organisationId, given.officer);
  for (const { accountId } of [other.auditor, given.reviewer, given.officer])
    await expect(joining(db, audit, accountId, 'technical_expert')).rejects.toThrow('auditors of its body');
  await joining(db, audit, given.colleague.accountId);
});

test('a team stands once its report is final, and joins and leaves after its audit was scheduled', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const { accountId } = given.colleague;
  await expect(joining(db, given.auditId, accountId)).rejects.toThrow(
    'its team stands once its report is final',
  );
  await expect(
    sql`update audit_team_member set role = 'technical_expert' where audit_id = ${given.auditId}`.execute(db),
  ).rejects.toThrow('its team stands once its report is final');
  await expect(
    sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
      values (${given.auditId}, ${given.lead.accountId}::uuid, 'lead_auditor', ${now}, 'Turned out to be tied.',
        ${given.officer.accountId}::uuid)`.execute(db),
  ).rejects.toThrow('its team stands once its report is final');
  await pastRules(db, (one) =>
    sql`update audit set state = 'tech_review', reviewed_at = null, reviewed_by = null where id = ${given.auditId}`.execute(
      one,
    ),
  );
  await expect(
    sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${given.auditId}, ${accountId}::uuid, 'auditor', '2026-02-01')`.execute(db),
  ).rejects.toThrow('its team changes after it was scheduled');
  await joining(db, given.auditId, accountId);
});

describe('who joins a team beside a vote', () => {
  /** A member of the panel who is an auditor of the body as well: what else keeps the two apart is not asked here. */
  async function both(given: Awaited<ReturnType<typeof aPackage>>) {
    const { db, decider, lead } = given;
    const matter = await matterOf(db, given.applicationId);
    done(await declareInterest(given.as(decider), matter, noInterest));
    await sql`alter table membership drop constraint membership_scheme_does_not_audit`.execute(db);
    // Its report is being reviewed once more: who is on a team stands once it is final.
    await pastRules(db, (one) =>
      sql`update audit set state = 'tech_review', reviewed_at = null, reviewed_by = null
        where id = ${given.auditId}`.execute(one),
    );
    await pastRules(db, (one) =>
      sql`insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
        select ${decider.accountId}::uuid, organisation_id, organisation_kind, role, created_at from membership
        where account_id = ${lead.accountId}`.execute(one),
    );
    const person = decider.accountId;
    return {
      join: (one: Kysely<Database>) => joining(one, given.auditId, person, 'technical_expert'),
      vote: (one: Kysely<Database>) => rawVote(matter, { person, day: '2026-03-01' }).execute(one),
    };
  }
  const votes = async (db: Kysely<Database>) =>
    (await db.selectFrom('decision_vote').select('account_id').execute()).length;

  /** The first has written and not yet ended when the second begins. */
  async function race(db: Kysely<Database>, first: Step, second: Step) {
    const one = db.transaction().execute(async (trx) => {
      await first(trx);
      const other = second(db).then(
        () => 'done',
        (error: unknown) => String(error),
      );
      await sql`select pg_sleep(0.5)`.execute(trx);
      return { other };
    });
    return (await one).other;
  }
  type Step = (db: Kysely<Database>) => Promise<unknown>;

  test('is waited for by the vote, which is then refused', async ({ db, work }) => {
    const { join, vote } = await both(await aPackage(db, work));
    const voted = await race(db, join, vote);
    expect(voted).toContain('audited_by_you');
    expect(await votes(db)).toBe(0);
  });

  test('waits for the vote, and is then refused', async ({ db, work }) => {
    const { join, vote } = await both(await aPackage(db, work));
    const joined = await race(db, vote, join);
    expect(joined).toContain('whoever decided does not join the audit');
    expect(await votes(db)).toBe(1);
  });
});
