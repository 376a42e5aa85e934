import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { abortAudit, recordRefusal } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import {
  anEngagement,
  audited,
  done,
  fieldwork,
  issued,
  notified,
  raised,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { heard } from '#tests/support/factories/interviews.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const refuses = (given: Engagement, what: string, why: string) =>
  expect(sql.raw(what).execute(given.db), what).rejects.toThrow(why);
const note = 'Nobody opened the gate to us.';

describe('of workers who were heard', () => {
  test('the interviews a text names go with its words alone', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, pseudonym } = await heard(given);
    const id = await raised(given, audit);
    const says = (words: string) => sql`update finding set statement = ${words} where id = ${id}`.execute(db);
    await says(`${pseudonym} paid a broker.`);
    const named = db.selectFrom('interview_reference').select('finding_id');
    expect(await named.execute()).toEqual([{ finding_id: id }]);
    await refuses(given, 'delete from interview_reference', 'goes with its words');
    await refuses(
      given,
      `update interview_reference set finding_id = null, indicator_code = '1.1.2'`,
      'words',
    );
    await refuses(given, 'truncate interview_reference', 'append-only');
    await says('Somebody paid a broker.');
    expect(await named.execute()).toEqual([]);
  });

  test('when, and who they were, stands until it is destroyed', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit } = await heard(given);
    await refuses(given, `update worker_interview set concluded_at = '2026-01-01'`, 'concluded_at stands');
    await audited(given, [], audit);
    await refuses(given, 'update worker_interview set identity = null', 'is not in progress');
  });
});

describe('of an audit', () => {
  test('who was on its team as what, and since when, stands', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const set = (columns: string) => `update audit_team_member set ${columns} where audit_id = '${id}'`;
    await refuses(given, set(`role = 'auditor'`), 'role stands');
    await refuses(given, set(`assigned_at = '2026-03-01T10:00:00Z'`), 'assigned_at stands');
  });

  test('what it was and when it ended stands once fieldwork is over; no note comes before its time', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id } = await audited(given, []);
    const set = (columns: string) => `update audit set ${columns} where id = '${id}'`;
    await refuses(given, set(`plan = 'Another plan altogether.'`), 'plan stands');
    await refuses(given, set(`ends_on = '2026-03-09'`), 'ends_on stands');
    await refuses(given, set(`fieldwork_done_at = '2026-03-02'`), 'fieldwork_done_at stands');
    await refuses(given, set(`abort_note = '${note}'`), 'audit_abort_note_in_time');
    await refuses(given, set(`refusal_note = '${note}'`), 'audit_refusal_note_in_time');
    await refuses(given, set(`postponement_reason = '${note}'`), 'audit_postponement_in_time');
    await refuses(given, set(`follow_up_note = '${note}'`), 'audit_follow_up_by_somebody');
  });

  test('why it was refused or broken off stands', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note }));
    await refuses(
      given,
      `update audit set abort_note = 'Otherwise.' where id = '${id}'`,
      'abort_note stands',
    );
    await refuses(
      given,
      `update audit set abort_reason = 'safety' where id = '${id}'`,
      'abort_reason stands',
    );
  });

  test('what its refusal was stands', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    done(await recordRefusal(given.as(given.lead), id, { reason: note }));
    await refuses(given, `update audit set refusal_note = 'Otherwise.'`, 'refusal_note stands');
  });

  test('how far it was put off, and what follows from it, stands', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await pastRules(db, (past) =>
      sql`update audit set postponed_at = started_at, postponed_until = '2026-03-20', postponements = 1,
        postponement_reason = 'The owner was ill.', follow_up_note = 'Nothing follows.',
        followed_up_by = ${given.officer.accountId} where id = ${id}`.execute(past),
    );
    const set = (columns: string) => `update audit set ${columns} where id = '${id}'`;
    await refuses(given, set(`postponement_reason = 'Otherwise.'`), 'postponement_reason stands');
    await refuses(given, set(`follow_up_note = 'Otherwise.'`), 'follow_up_note stands');
  });
});

describe('of a finding', () => {
  test('nobody closes or withdraws it before its time', async ({ db }) => {
    const given = await anEngagement(db);
    await issued(given, 'minor');
    const by = given.reviewer.accountId;
    await refuses(given, `update finding set closed_by = '${by}'`, 'finding_closed_by_somebody');
    await refuses(given, `update finding set withdrawal_reason = '${note}'`, 'finding_withdrawn_with_reason');
  });

  test('the day by which its dispute is answered stands', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const statement = 'The receipt is of another firm, as its head shows.';
    done(await disputeFinding(given.as(given.recruiter), finding, { statement }));
    for (const days of [1, -1])
      await refuses(given, `update finding set dispute_due_on = dispute_due_on + ${days}`, 'dispute');
  });
});

test('the moment in which a package was frozen stands while it is decided on', async ({ db }) => {
  const given = await anEngagement(db);
  await pastRules(db, (past) =>
    sql`update application set state = 'decision_pending', audit_started_at = '2026-02-01', package_frozen_at = '2026-03-01'`.execute(
      past,
    ),
  );
  await refuses(given, `update application set package_frozen_at = '2026-02-01'`, 'package_frozen_at stands');
});
