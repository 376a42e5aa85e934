import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { dropMatters } from '#app/features/certificates/decisions/commands/drop-matter.server.ts';
import { openInitial } from '#app/features/certificates/decisions/commands/open-matter.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { listOpen, listVotes } from '#app/features/certificates/decisions/queries.server.ts';
import { aPerson, anEngagement, done, now } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  refusal,
  vote,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const no = (name: string) => ({ ok: false, refusal: name });
const anotherDecider = ({ db, decider }: DecisionPackage, name = 'Another Decider') =>
  aPerson(db, { id: decider.organisationId, kind: 'scheme' }, 'decider', name);

/** A scheme version as it was published with this quorum; what is published does not change, in tests alone it does. */
const withQuorum = ({ db }: DecisionPackage, quorum: number) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update decision_matter set quorum = ${quorum}`.execute(trx);
  });

describe('the panel', () => {
  test('grants: certificate, first status and facts stand at once, the application is concluded', async ({
    db,
    work,
    mailer,
  }) => {
    const { certificateId, applicationId, agency, decider } = await aCertificate(db, work);
    const certificate = await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow();
    expect(certificate).toMatchObject({
      id: certificateId,
      number: 'ERC-2026-00001',
      organisation_id: agency.id,
      status: 'active',
      valid_from: '2026-03-01',
      valid_until: '2029-02-28',
    });
    expect(await db.selectFrom('certificate_status').select(['action', 'decided_by']).execute()).toEqual([
      { action: 'issued', decided_by: decider.accountId },
    ]);
    const application = await db
      .selectFrom('application')
      .select('state')
      .where('id', '=', applicationId)
      .executeTakeFirst();
    expect(application?.state).toBe('certified');
    expect(mailer.sent.map(({ subject }) => subject).join('\n')).toMatch(/certif/i);
  });

  test('refuses: no certificate, the application is concluded as refused', async ({ db, work }) => {
    const given = await aPackage(db, work);
    done(await vote(given.as(given.decider), given.applicationId, refusal));
    await work();
    expect(await db.selectFrom('certificate').select('id').execute()).toEqual([]);
    const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('refused');
  });

  test('has a matter by its day, once, and is told of it', async ({ db, work, mailer }) => {
    const given = await aPackage(db, work);
    const [matter, ...others] = await listOpen(given.as(given.decider));
    expect(others).toEqual([]);
    expect(matter).toMatchObject({ kind: 'initial', dueOn: '2026-03-31', voted: false });
    expect(mailer.sent.map(({ subject }) => subject)).toContain(
      'Decide about Himal Workforce by 31 March 2026',
    );
    expect(await openInitial({ db, now }, given.applicationId)).toEqual(no('already_open'));
  });

  test('decides once, however many press at the same time', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const other = await anotherDecider(given);
    const id = await matterOf(db, given.applicationId);
    for (const member of [given.decider, other])
      done(await declareInterest(given.as(member), id, noInterest));
    const outcomes = await Promise.all([
      castVote(given.as(given.decider), id, await ballotOn(given.as(given.decider), id, grant)),
      castVote(given.as(other), id, await ballotOn(given.as(other), id, refusal)),
    ]);
    expect(await db.selectFrom('certification_decision').select('outcome').execute()).toHaveLength(1);
    expect(await db.selectFrom('decision_vote').select('id').execute()).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([no('not_decision_pending')]);
  });

  test('of one member presses once', async ({ db, work }) => {
    const given = await aPackage(db, work);
    await withQuorum(given, 2);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const ballot = await ballotOn(scope, id, grant);
    const twice = await Promise.all([castVote(scope, id, ballot), castVote(scope, id, ballot)]);
    expect(twice.filter(({ ok }) => !ok)).toEqual([no('already_voted')]);
    const [first] = await db.selectFrom('decision_vote').selectAll().execute();
    const again = sql`insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
      select matter_id, account_id, 'refuse', reasons, package_sha256, cast_at from decision_vote`;
    await expect(again.execute(db)).rejects.toThrow('decision_vote_once');
    expect(first?.package_sha256).toBe(ballot.package);
  });

  test('decides on nothing that has not reached it', async ({ db }) => {
    const given = await anEngagement(db);
    expect(await openInitial({ db, now }, given.applicationId)).toEqual(no('not_decision_pending'));
    expect(await findPackage(given.as(given.decider), given.applicationId)).toBeUndefined();
  });

  test('loses what the applicant takes back', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const ballot = await ballotOn(scope, id, grant);
    done(await withdrawApplication(given.as(given.recruiter), given.applicationId));
    expect(await castVote(scope, id, ballot)).toEqual(no('not_decision_pending'));
    expect(await listOpen(scope)).toEqual([]);
    await work();
    expect(await castVote(scope, id, ballot)).toEqual(no('matter_dropped'));
    await dropMatters({ db, now }, given.applicationId);
    expect(await db.selectFrom('decision_matter').select('state').execute()).toEqual([{ state: 'dropped' }]);
  });
});

describe('a quorum', () => {
  test('is waited for; even votes decide nothing until another member votes; conditions are all taken over', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    await withQuorum(given, 2);
    const [second, third] = [await anotherDecider(given), await anotherDecider(given, 'Third Decider')];
    const conditions = [{ text: 'Train every sub-agent.', dueOn: '2026-06-01', owner: 'Mina Rai' }];
    const first = await vote(given.as(given.decider), given.applicationId, {
      ...grant,
      vote: 'grant_with_conditions',
      conditions,
    });
    expect(first).toMatchObject({ value: { state: 'waiting', missing: 1 } });
    expect(await vote(given.as(second), given.applicationId, refusal)).toMatchObject({
      value: { state: 'tied' },
    });
    expect(await db.selectFrom('certification_decision').select('id').execute()).toEqual([]);
    expect(await vote(given.as(third), given.applicationId, grant)).toMatchObject({
      value: { state: 'decided', outcome: 'granted', conditions },
    });
    const stored = await db.selectFrom('decision_condition').select(['text', 'due_on', 'state']).execute();
    expect(stored).toEqual([{ text: 'Train every sub-agent.', due_on: '2026-06-01', state: 'open' }]);
    const { matter_id } = await db.selectFrom('decision_vote').select('matter_id').executeTakeFirstOrThrow();
    // All of them counted when it was decided, though the decision itself has changed what lies before the panel since.
    expect((await listVotes(given.as(third), matter_id)).map(({ vote: cast, lost }) => [cast, lost])).toEqual(
      [
        ['grant_with_conditions', null],
        ['refuse', null],
        ['grant', null],
      ],
    );
  });

  test('is the scheme version’s: nobody opens a matter for fewer', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const less = sql`insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on)
      values ('initial', ${given.applicationId}, ${given.agency.id}, 0, now(), now())`;
    await expect(less.execute(db)).rejects.toThrow('how many votes make a decision');
  });
});

describe('the package', () => {
  test('stays closed until a member declared, and for who declared a tie', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    expect(await findPackage(scope, id)).toMatchObject({ refusal: 'declare_first', contents: undefined });
    done(await declareInterest(scope, id, noInterest));
    expect(await declareInterest(scope, id, noInterest)).toEqual(no('already_declared'));
    expect(await findPackage(scope, id)).toMatchObject({
      contents: { audits: [{ type: 'stage1' }, { type: 'stage2' }], findings: [] },
    });
    done(await declareInterest(scope, id, { ...noInterest, conflicted: true }));
    expect(await findPackage(scope, id)).toMatchObject({ refusal: 'conflict_declared', contents: undefined });
  });

  test('that changed since it was opened is voted on by nobody: by rule and in SQL', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const ballot = await ballotOn(scope, id, grant);
    await db.transaction().execute(async (trx) => {
      // A new licence comes with its first standing; the row alone is enough here.
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`insert into licence (organisation_id, authority, country, number, standing, since, valid_until, declared_at)
        values (${given.agency.id}, 'Labour Department', 'NP', 'L-77', 'declared', now(), '2027-01-01', now())`.execute(
        trx,
      );
    });
    expect(await castVote(scope, id, ballot)).toEqual(no('package_changed'));
    expect(await db.selectFrom('decision_vote').select('id').execute()).toEqual([]);
    const content = 'something else';
    const raw = sql`with other as (
        insert into decision_package (sha256, matter_id, content, kept_at)
        values (encode(sha256(${content}::bytea), 'hex'), ${id}, ${content}, now()) returning sha256)
      insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
      select ${id}, ${given.decider.accountId}, 'grant', 'Everything was found in order.', sha256, now() from other`;
    await expect(raw.execute(db)).rejects.toThrow('has changed');
    expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toMatchObject({ ok: true });
  });

  test('is kept as it was, under its own hash, and is the same in every time zone', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const kept = await db.selectFrom('decision_package').selectAll().executeTakeFirstOrThrow();
    expect(kept.content).toContain(given.auditId);
    const forged = sql`insert into decision_package (sha256, matter_id, content, kept_at)
      select repeat('0', 64), matter_id, content, kept_at from decision_package`;
    await expect(forged.execute(db)).rejects.toThrow('decision_package_is_its_hash');
    const hashes = await db.transaction().execute(async (trx) => {
      const hash = sql<{ hash: string }>`select decision_package_sha256(id) as hash from decision_matter`;
      const first = await hash.execute(trx);
      await sql`set local timezone = 'Asia/Kathmandu'`.execute(trx);
      return [first.rows[0]?.hash, (await hash.execute(trx)).rows[0]?.hash];
    });
    expect(hashes[0]).toBe(hashes[1]);
  });
});

describe('a decision', () => {
  test.for([
    'update certification_decision set reasons = reasons',
    'delete from certification_decision',
    'truncate certification_decision cascade',
    'update decision_vote set vote = vote',
    'delete from decision_vote',
    'truncate decision_vote cascade',
    'update decision_package set content = content',
    'delete from decision_declaration',
    'delete from decision_matter',
  ])('stands: %s', async (statement, { db, work }) => {
    await aCertificate(db, work);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only');
  });

  test('is what the votes make of it, in SQL too', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const raw = (outcome: string) => sql`
      insert into certification_decision (matter_id, application_id, organisation_id, organisation_name, application_reference,
        outcome, reasons, decided_by, decided_at, package_sha256)
      select m.id, m.application_id, m.organisation_id, 'Himal Workforce', 'APP-00001', ${outcome}, 'Everything was found in order.',
        ${given.decider.accountId}::uuid, now(), (select min(sha256) from decision_package) from decision_matter m`;
    await expect(raw('granted').execute(db)).rejects.toThrow('what the votes of the panel make of it');
    await withQuorum(given, 2);
    done(await vote(given.as(given.decider), given.applicationId, grant));
    await expect(raw('granted').execute(db)).rejects.toThrow('what the votes of the panel make of it');
    const matter = sql`update decision_matter set state = 'decided', closed_at = now()`;
    await expect(matter.execute(db)).rejects.toThrow('is closed by a decision');
    await withQuorum(given, 1);
    await expect(raw('refused').execute(db)).rejects.toThrow('what the votes of the panel make of it');
    await expect(raw('granted').execute(db)).rejects.toThrow('a decision closes its matter');
  });
});
