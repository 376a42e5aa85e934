import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  vote,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

/**
 * Whoever had a part in what the panel decides on, tried by page query, command and SQL. Each is a member of the panel
 * who declared to be free before the part they had came to light.
 */
type Part = (given: DecisionPackage, person: string) => string;

const member =
  (role: string): Part =>
  ({ auditId }, person) =>
    `insert into audit_team_member (audit_id, account_id, role, assigned_at) values ('${auditId}', '${person}', '${role}', now())`;

const onAudit =
  (column: string): Part =>
  ({ auditId }, person) =>
    `update audit set ${column} = '${person}' where id = '${auditId}'`;

const onFinding =
  (column: string): Part =>
  ({ auditId, lead }, person) => `
    insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state, statement,
      evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, verified_at, verified_by, verification_method, closed_at, closed_by)
    select id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'minor', 'closed', 'No payee is named.', 'Seen on paper.',
      now(), '${lead.accountId}', now(), '2026-04-01', '2026-08-01', now(), '${lead.accountId}', 'desk', now(), '${lead.accountId}'
    from audit where id = '${auditId}';
    update finding set ${column} = '${person}' where number = 77`;

const tie =
  (until: string): Part =>
  ({ agency }, person) =>
    `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, declared_at)
     values ('${person}', '${agency.id}', 'kinship', 'A cousin runs the branch.', '2020-01-01', ${until}, now())`;

const advice =
  (givenOn: string): Part =>
  ({ agency, officer }, person) =>
    `insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
     values ('${person}', '${agency.id}', 'training', '${givenOn}', now(), '${officer.accountId}')`;

const parts: [who: string, bar: string, part: Part][] = [
  [
    'the lead auditor',
    'audited_by_you',
    ({ auditId }, person) =>
      `update audit_team_member set account_id = '${person}' where audit_id = '${auditId}' and role = 'lead_auditor'`,
  ],
  ['an auditor of the team', 'audited_by_you', member('auditor')],
  ['a technical expert of the team', 'audited_by_you', member('technical_expert')],
  ['who scheduled the audit', 'audited_by_you', onAudit('scheduled_by')],
  ['the author of the report', 'audited_by_you', onAudit('reported_by')],
  ['the technical reviewer', 'report_reviewed_by_you', onAudit('reviewed_by')],
  ['who raised a finding', 'finding_by_you', onFinding('raised_by')],
  ['who verified a finding', 'finding_by_you', onFinding('verified_by')],
  ['who closed a finding', 'finding_by_you', onFinding('closed_by')],
  [
    'who reviewed the application',
    'application_reviewed_by_you',
    ({ applicationId }, person) =>
      `insert into application_review (application_id, outcome, reasons, decided_by, decided_at)
       values ('${applicationId}', 'accepted', 'Licence confirmed with the authority.', '${person}', now())`,
  ],
  [
    'who checked a section of the application',
    'application_reviewed_by_you',
    ({ applicationId }, person) =>
      `insert into application_checklist (application_id, copy_version, section, state, checked_by, checked_at)
       values ('${applicationId}', 1, 'identity', 'in_order', '${person}', now())`,
  ],
  ['who advised it within two years', 'advised_by_you', advice('2024-03-02')],
  [
    'who declared a conflict with the application',
    'conflict_declared',
    ({ applicationId }, person) =>
      `insert into application_reviewer (application_id, account_id, conflicted, reason, declared_at)
       values ('${applicationId}', '${person}', true, 'A cousin works there.', now())`,
  ],
  [
    'who declared a conflict with the audit',
    'conflict_declared',
    ({ auditId, agency }, person) =>
      `insert into conflict_declaration (audit_id, account_id, organisation_id, conflicted, statement, declared_at)
       values ('${auditId}', '${person}', '${agency.id}', true, 'A cousin works there.', now())`,
  ],
  ['who declared a tie that lasts', 'tied', tie('null')],
  ['who declared a tie that ended a year ago', 'tied', tie(`'2025-03-01'`)],
];

/** Past the constraints of other rooms: how the part came about is theirs, that it counts here is ours. */
const happened = (db: Kysely<Database>, statements: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statements).execute(trx);
  });

async function declared(given: DecisionPackage) {
  const scope = given.as(given.decider);
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  return { scope, id, ballot: await ballotOn(scope, id, grant) };
}

/** A vote past the command, on the package as it stands. */
const rawVote = (id: string, person: string) => sql`
  with kept as (insert into decision_package (sha256, matter_id, content, kept_at)
    values (decision_package_sha256(${id}), ${id}, decision_package_text(${id}), now()) returning sha256)
  insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
  select ${id}, ${person}::uuid, 'grant', 'Everything was found in order.', sha256, '2026-03-01T09:00:00Z' from kept`;

describe('does not vote', () => {
  test.for(parts)('%s', async ([, bar, part], { db, work }) => {
    const given = await aPackage(db, work);
    const { scope, id, ballot } = await declared(given);
    await happened(db, part(given, given.decider.accountId));
    expect(await findPackage(scope, id)).toMatchObject({ refusal: bar, contents: undefined });
    expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: bar });
    await expect(rawVote(id, given.decider.accountId).execute(db)).rejects.toThrow(`does not decide: ${bar}`);
    expect(await db.selectFrom('decision_vote').select('id').execute()).toEqual([]);
  });

  test('a member who declared a conflict on this matter', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const { scope, id, ballot } = await declared(given);
    done(await declareInterest(scope, id, { ...noInterest, conflicted: true }));
    expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: 'conflict_declared' });
    await expect(rawVote(id, given.decider.accountId).execute(db)).rejects.toThrow('conflict_declared');
  });

  test('a member who declared nothing, nor somebody who is no member', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    const undeclared = await castVote(scope, id, await ballotOn(scope, id, grant));
    expect(undeclared).toEqual({ ok: false, refusal: 'declare_first' });
    await expect(rawVote(id, given.decider.accountId).execute(db)).rejects.toThrow(
      'declares to have no conflict',
    );
    await expect(rawVote(id, given.officer.accountId).execute(db)).rejects.toThrow('by the decision panel');
  });
});

const longAgo: [string, Part][] = [
  ['advice', advice('2024-03-01')],
  ['a tie that ended', tie(`'2024-03-01'`)],
];
test.for(longAgo)('%s is forgotten after two years', async ([, part], { db, work }) => {
  const given = await aPackage(db, work);
  await happened(db, part(given, given.decider.accountId));
  expect(await vote(given.as(given.decider), given.applicationId, grant)).toMatchObject({ ok: true });
});

test('whoever voted does not join the audit afterwards', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const join = sql.raw(member('auditor')(given, given.decider.accountId));
  await expect(join.execute(db)).rejects.toThrow('whoever decided does not join the audit');
});
