import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { settleCondition } from '#app/features/certificates/decisions/conditions/commands.server.ts';
import { listConditionTasks } from '#app/features/certificates/decisions/conditions/queries.server.ts';
import { callMeeting, closeMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import { listMeetings } from '#app/features/certificates/decisions/meetings/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  vote,
} from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const no = (name: string) => ({ ok: false, refusal: name });
const nobodys = '7b1b0c9e-0000-4000-8000-000000000000';

describe('a meeting', () => {
  test('takes votes until it is closed, by hand or by its day; then the matter goes on another', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const called = { form: 'meeting' as const, closesOn: '2026-03-05', matters: [id] };
    expect(await callMeeting(scope, { ...called, closesOn: '2026-02-28' })).toEqual(
      no('meeting_in_the_past'),
    );
    expect(await callMeeting(scope, { ...called, matters: [nobodys] })).toEqual(no('not_found'));
    const { id: first } = done(await callMeeting(scope, called));
    expect(await callMeeting(scope, called)).toEqual(no('already_on_a_meeting'));
    const late = { ...scope, now: new Date('2026-03-06T00:00:01Z') };
    expect(await castVote(late, id, await ballotOn(scope, id, grant))).toEqual(no('meeting_closed'));
    done(await closeMeeting(scope, first));
    expect(await closeMeeting(scope, first)).toEqual(no('meeting_closed_before'));
    expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toEqual(no('meeting_closed'));
    const raw = sql`
      with kept as (insert into decision_package (sha256, matter_id, content, kept_at)
        values (decision_package_sha256(${id}), ${id}, decision_package_text(${id}), now()) returning sha256)
      insert into decision_vote (matter_id, account_id, meeting_id, vote, reasons, package_sha256, cast_at)
      select ${id}, ${given.decider.accountId}::uuid, ${first}::uuid, 'grant', 'Everything was found in order.', sha256,
        '2026-03-02T09:00:00Z' from kept`;
    await expect(raw.execute(db)).rejects.toThrow('is closed');
    const { id: second } = done(await callMeeting(scope, { ...called, form: 'circulation' }));
    expect(await listMeetings(scope)).toMatchObject([{ id: second, matters: 1 }]);
    done(await castVote(scope, id, await ballotOn(scope, id, grant)));
    expect(await db.selectFrom('decision_vote').select('meeting_id').execute()).toEqual([
      { meeting_id: second },
    ]);
    await expect(sql`update decision_meeting set closes_at = now()`.execute(db)).rejects.toThrow('stands');
    await expect(sql`delete from decision_meeting`.execute(db)).rejects.toThrow('append-only');
  });
});

describe('a condition', () => {
  test('is settled once by an officer, with what shows it, and is a task until then', async ({
    db,
    work,
  }) => {
    const given = await aPackage(db, work);
    const conditions = [{ text: 'Train every sub-agent.', dueOn: '2026-06-01', owner: 'Mina Rai' }];
    const form = { ...grant, vote: 'grant_with_conditions' as const, conditions };
    done(await vote(given.as(given.decider), given.applicationId, form));
    await work();
    const officer = given.as(given.officer);
    const [task] = await listConditionTasks(officer);
    expect(task).toMatchObject({ due: '2026-06-01' });
    const id = task?.id ?? '';
    const met = { outcome: 'met' as const, evidence: 'Register of the training, seen on 20 May.' };
    expect(await settleCondition(officer, nobodys, met)).toEqual(no('not_found'));
    const both = await Promise.all([
      settleCondition(officer, id, met),
      settleCondition(officer, id, { ...met, outcome: 'not_met' }),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([no('condition_settled')]);
    expect(await listConditionTasks(officer)).toEqual([]);
    await expect(sql`update decision_condition set evidence = 'Something else.'`.execute(db)).rejects.toThrow(
      'stands',
    );
    await expect(sql`delete from decision_condition`.execute(db)).rejects.toThrow('append-only');
  });

  test('of a vote is taken over by the decision, in SQL too', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const id = await matterOf(db, given.applicationId);
    const scope = given.as(given.decider);
    done(await declareInterest(scope, id, noInterest));
    const raw = sql`
      with kept as (insert into decision_package (sha256, matter_id, content, kept_at)
        values (decision_package_sha256(${id}), ${id}, decision_package_text(${id}), now()) returning sha256)
      insert into decision_vote (matter_id, account_id, vote, reasons, conditions, package_sha256, cast_at)
      select ${id}, ${given.decider.accountId}::uuid, 'grant_with_conditions', 'Everything was found in order.',
        '[{"text": "Train every sub-agent.", "dueOn": "2026-06-01"}]', sha256, now() from kept`;
    await expect(raw.execute(db)).rejects.toThrow('has a text, a day and an owner');
  });
});
