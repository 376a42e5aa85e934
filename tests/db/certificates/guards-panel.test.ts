import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { listVotes } from '#app/features/certificates/decisions/queries.server.ts';
import { settleCondition } from '#app/features/certificates/decisions/conditions/commands.server.ts';
import { callMeeting, closeMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, done, strangers } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** What raw SQL cannot do to a matter before the panel, its votes, its meeting and the conditions it ends with. */
const refuses = async (db: Kysely<Database>, statement: string, reason: string | RegExp) =>
  expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);

/** So many votes make a decision: what is published does not change, in tests alone it does. */
const withQuorum = ({ db }: DecisionPackage, quorum: number) =>
  pastRules(db, (one) => sql`update decision_matter set quorum = ${quorum}`.execute(one));

const anotherDecider = ({ db, decider }: DecisionPackage) =>
  aPerson(db, { id: decider.organisationId, kind: 'scheme' }, 'decider', 'Another Decider');

async function voted(given: DecisionPackage, id: string, person: Decider = given.decider) {
  done(await declareInterest(given.as(person), id, noInterest));
  return castVote(given.as(person), id, await ballotOn(given.as(person), id, grant));
}

const deciding = (id: string, by: string, more: { organisation?: string; application?: string } = {}) => `
  insert into certification_decision (matter_id, application_id, organisation_id, organisation_name, application_reference,
    outcome, reasons, decided_by, decided_at, package_sha256)
  select id, ${more.application ?? 'application_id'}, ${more.organisation ?? 'organisation_id'}, 'Himal Workforce', 'APP-00001', 'granted',
    'Everything was found in order.', '${by}', '2026-03-01T09:00:00Z', decision_package_sha256(id) from decision_matter where id = '${id}'`;

describe('a matter', () => {
  test('is about the recruiter of its application, and its audit is one of both', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { recruiter: other } = await strangers(db);
    await refuses(
      db,
      `insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on)
       values ('initial', '${given.applicationId}', '${other.organisationId}', 1, '2026-03-01', '2026-04-01')`,
      'decision_matter_of_application',
    );
    const audit = await aReadyAudit(given, 'recertification', '2028-10-01');
    await pastRules(db, async (one) => {
      await sql`update decision_matter set state = 'dropped', closed_at = opened_at where state = 'open'`.execute(
        one,
      );
      await sql`update audit set application_id = ${crypto.randomUUID()} where id = ${audit}`.execute(one);
    });
    await refuses(
      db,
      `insert into decision_matter (kind, application_id, certificate_id, audit_id, organisation_id, quorum, opened_at, due_on)
       select 'recertification', application_id, id, '${audit}', organisation_id, 1, '2028-10-02', '2028-11-02' from certificate`,
      'decision_matter_of_audit',
    );
  });

  test('leaves no meeting before it is over, and goes on none that is', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    const called = { form: 'meeting' as const, closesOn: '2026-03-05', matters: [id] };
    const { id: first } = done(await callMeeting(scope, called));
    const aMeeting = (at: string) => `insert into decision_meeting (form, closes_at, called_at, called_by)
      values ('meeting', '2026-04-05', '${at}', '${given.decider.accountId}') returning id`;
    const other = await sql.raw<{ id: string }>(aMeeting('2026-03-02')).execute(db);
    const onto = (meeting: string) => `update decision_matter set meeting_id = '${meeting}'`;
    await refuses(db, 'update decision_matter set meeting_id = null', 'goes on a meeting');
    await refuses(db, onto(other.rows[0]?.id ?? ''), 'is not over');
    done(await closeMeeting(scope, first));
    await refuses(db, 'update decision_matter set meeting_id = null', 'goes on a meeting');
    const earlier = await sql.raw<{ id: string }>(aMeeting('2026-02-01')).execute(db);
    await refuses(db, onto(earlier.rows[0]?.id ?? ''), 'goes on a meeting');
    const { id: second } = done(await callMeeting(scope, called));
    done(await closeMeeting(scope, second));
    await refuses(db, onto(first), 'goes on a meeting');
  });
});

describe('a decision', () => {
  test('names the application and the recruiter of its matter', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const { recruiter: other } = await strangers(db);
    const id = await matterOf(db, given.applicationId);
    await withQuorum(given, 2);
    done(await voted(given, id));
    await withQuorum(given, 1);
    const { accountId } = given.decider;
    await refuses(
      db,
      deciding(id, accountId, { organisation: `'${other.organisationId}'` }),
      'certification_decision_of_matter',
    );
    await refuses(db, deciding(id, accountId), 'a decision closes its matter');
  });

  test.for([
    ['organisation_name', "'Himal Overseas'", 'names its recruiter and its application'],
    ['application_reference', "'APP-00002'", 'names its recruiter and its application'],
    ['reasons', "'Nobody who voted said this.'", 'gives the reasons of the votes that carried it'],
    ['decided_by', '', 'is made by the vote that settled it'],
    ['decided_at', "'2026-03-04T09:00:00Z'", 'is made by the vote that settled it'],
  ] as const)(
    'keeps in words what its votes say: no other %s',
    async ([column, value, reason], { db, work }) => {
      const given = await aPackage(db, work);
      const first = await anotherDecider(given);
      const id = await matterOf(db, given.applicationId);
      await withQuorum(given, 3);
      done(await voted(given, id, first));
      const later = { db, actor: given.decider, now: new Date('2026-03-02T09:00:00Z') };
      done(await declareInterest(later, id, noInterest));
      done(await castVote(later, id, await ballotOn(later, id, grant)));
      await withQuorum(given, 2);
      const columns: Record<string, string> = {
        ...{ matter_id: 'id', application_id: 'application_id', organisation_id: 'organisation_id' },
        ...{ organisation_name: "'Himal Workforce'", application_reference: "'APP-00001'" },
        ...{ outcome: "'granted'", reasons: `'${grant.reasons}' || E'\\n\\n' || '${grant.reasons}'` },
        ...{ decided_by: `'${given.decider.accountId}'`, decided_at: "'2026-03-02T09:00:00Z'" },
        package_sha256: 'decision_package_sha256(id)',
      };
      const deciding = (more: Record<string, string>) => {
        const all = { ...columns, ...more };
        return `insert into certification_decision (${Object.keys(all).join(', ')})
        select ${Object.values(all).join(', ')} from decision_matter where id = '${id}';
        update decision_matter set state = 'decided', closed_at = '2026-03-04T09:00:00Z' where id = '${id}'`;
      };
      await refuses(db, deciding({ [column]: value || `'${first.accountId}'` }), reason);
      await sql.raw(deciding({})).execute(db);
    },
  );

  test('counts no vote of who left the panel before it', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const second = await anotherDecider(given);
    const id = await matterOf(db, given.applicationId);
    await withQuorum(given, 2);
    done(await voted(given, id));
    await sql`delete from membership where account_id = ${given.decider.accountId}`.execute(db);
    expect(await voted(given, id, second)).toEqual({ ok: true, value: { state: 'waiting', missing: 1 } });
    await refuses(db, deciding(id, second.accountId), 'what the votes of the panel make of it');
    expect(await listVotes(given.as(second), id)).toMatchObject([{ lost: 'left_panel' }, { lost: null }]);
  });

  test('counts no vote of who declared a conflict after voting', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const second = await anotherDecider(given);
    const id = await matterOf(db, given.applicationId);
    await withQuorum(given, 2);
    done(await voted(given, id));
    done(await declareInterest(given.as(given.decider), id, { ...noInterest, conflicted: true }));
    expect(await voted(given, id, second)).toEqual({ ok: true, value: { state: 'waiting', missing: 1 } });
    expect(await listVotes(given.as(second), id)).toMatchObject([{ lost: 'barred' }, { lost: null }]);
  });
});

const condition = { text: 'Train every sub-agent.', dueOn: '2026-06-01', owner: 'Mina Rai' };
const met = { outcome: 'met' as const, evidence: 'Register of the training, seen on 20 May.' };

async function conditioned(given: DecisionPackage) {
  const scope = given.as(given.decider);
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const form = { ...grant, vote: 'grant_with_conditions' as const, conditions: [condition] };
  done(await castVote(scope, id, await ballotOn(scope, id, form)));
  return (await given.db.selectFrom('decision_condition').select('id').executeTakeFirstOrThrow()).id;
}

describe('a condition', () => {
  test('is set with the decision, by its votes, and not afterwards', async ({ db, work }) => {
    const given = await aPackage(db, work);
    await conditioned(given);
    await refuses(
      db,
      `insert into decision_condition (decision_id, text, due_on, owner)
       select id, 'Open a second office.', '2026-07-01', 'Mina Rai' from certification_decision`,
      'what the votes of its decision set',
    );
  });

  test('is settled by an officer without a tie, after it was set, and by nobody else', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const id = await conditioned(given);
    const settle = (
      by: string,
      at = '2026-03-02',
    ) => `update decision_condition set state = 'met', settled_at = '${at}',
      settled_by = '${by}', evidence = 'The register was seen by us.'`;
    for (const person of [given.recruiter, given.decider, given.lead])
      await refuses(db, settle(person.accountId), 'by an officer without a tie');
    await refuses(db, settle(given.officer.accountId, '2026-02-01'), 'by an officer without a tie');
    await sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${given.officer.accountId}, ${given.agency.id}, 'kinship', 'A cousin runs the branch.', '2020-01-01', now())`.execute(
      db,
    );
    await refuses(db, settle(given.officer.accountId), 'by an officer without a tie');
    expect(await settleCondition(given.as(given.officer), id, met)).toEqual({
      ok: false,
      refusal: 'tied_officer',
    });
    const colleague = await aPerson(
      db,
      { id: given.officer.organisationId, kind: 'scheme' },
      'officer',
      'Ines Costa',
    );
    done(await settleCondition(given.as(colleague), id, met));
  });
});
