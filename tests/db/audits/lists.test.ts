import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import {
  findIndicator,
  findNextOpen,
  listIndicators,
} from '#app/features/audits/fieldwork/queries.server.ts';
import { returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import {
  findingsByPrinciple,
  listFindings,
  listFindingsOfAudit,
} from '#app/features/audits/findings/lists.server.ts';
import { findingRows, toFinding } from '#app/features/audits/findings/queries.server.ts';
import { clockOf } from '#app/features/audits/findings/rules.ts';
import {
  listTeamTasks,
  listClosingTasks,
  listFindingTasks,
} from '#app/features/audits/findings/tasks.server.ts';
import { listAudits } from '#app/features/audits/lists.server.ts';
import {
  findEngagement,
  listColleagues,
  listEngagements,
} from '#app/features/audits/team/engagements.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listReviewTasks } from '#app/features/audits/report/tasks.server.ts';
import { listAuditorTasks } from '#app/features/audits/tasks.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  planned,
  raised,
  reported,
  scheduled,
  strangers,
} from '#tests/support/factories/audits.ts';
import { contained as contain, correctiveAction, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const all = { state: '', grade: '', overdue: false, page: 1 };

/** A database that counts what it is asked. */
function counting(db: Kysely<Database>) {
  const asked: string[] = [];
  const counted = db.withPlugin({
    transformQuery: ({ node }) => (asked.push(node.kind), node),
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { asked, db: counted };
}

describe('lists ask the database equally often for one row and for many', () => {
  test('findings', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'critical', 'major', 'major', 'minor', 'observation');
    const { asked, db: counted } = counting(db);
    const scope = { ...given.as(given.lead), db: counted, actor: given.lead };
    expect((await listFindings(scope, all)).count).toBe(5);
    expect(asked).toHaveLength(2);
    expect(await listFindingsOfAudit(scope, id)).toHaveLength(5);
    expect(asked).toHaveLength(3);
  });

  test('audits and engagements', async ({ db }) => {
    const given = await anEngagement(db);
    await planned(given, 'stage1');
    await planned(given, 'stage2');
    const { asked, db: counted } = counting(db);
    const scope = { ...given.as(given.lead), db: counted, actor: given.lead };
    expect((await listAudits(scope, { state: '', page: 1 })).count).toBe(2);
    expect(asked).toHaveLength(2);
    await listEngagements(scope);
    expect(asked).toHaveLength(3);
  });

  test('indicators', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await findAudit(given.as(given.lead), await fieldwork(given));
    const { asked, db: counted } = counting(db);
    const scope = { db: counted, actor: given.lead, now: new Date() };
    expect(audit && (await listIndicators(scope, audit))).toHaveLength(93);
    expect(asked).toHaveLength(1);
  });
});

describe('findings', () => {
  test('are due in lists on the day their clock says, in every state', async ({ db }) => {
    const given = await anEngagement(db);
    const { findings } = await issued(
      given,
      'critical',
      'critical',
      'major',
      'major',
      'minor',
      'observation',
    );
    const [, contained = '', returned = '', closing = '', proven = ''] = findings;
    const recruiter = given.as(given.recruiter);
    done(await contain(recruiter, contained));
    done(await submitPlan(recruiter, returned, correctiveAction));
    done(await returnPlan(given.as(given.lead), returned, { round: 1, reason: 'No cause is named.' }));
    await verified(given, closing);
    done(await submitPlan(recruiter, proven, correctiveAction));
    const rows = await findingRows(db, given.as(given.lead))
      .select('finding.due_on as due')
      .orderBy('finding.number')
      .execute();
    expect(rows.map(({ due }) => due)).toEqual(rows.map((row) => clockOf(toFinding(row), '2026-03-01').due));
    expect(rows.map(({ state }) => state)).toEqual([
      'issued',
      'awaiting_cap',
      'cap_returned',
      'verified',
      'cap_submitted',
      'issued',
    ]);
  });

  test('are filtered by state, grade and lateness', async ({ db }) => {
    const given = await anEngagement(db);
    await issued(given, 'critical', 'major', 'minor');
    const scope = { db, actor: given.lead, now: new Date('2026-03-16T09:00:00Z') };
    const names = async (filter: Partial<typeof all>) =>
      (await listFindings(scope, { ...all, ...filter })).findings.map(({ grade }) => grade);
    expect(await names({})).toEqual(['critical', 'major', 'minor']);
    expect(await names({ overdue: true })).toEqual(['critical', 'major']);
    expect(await names({ grade: 'minor' })).toEqual(['minor']);
    expect(await names({ state: 'issued' })).toEqual(['critical']);
    expect(await names({ state: 'closed' })).toEqual([]);
  });

  test('are seen by those they concern alone', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id);
    const foreign = await strangers(db);
    const count = async (actor: Parameters<typeof listFindings>[0]['actor']) =>
      (await listFindings({ db, actor, now: new Date() }, all)).count;
    expect(await Promise.all([given.lead, given.reviewer, given.officer].map(count))).toEqual([1, 1, 1]);
    const none = [given.colleague, given.recruiter, given.decider, ...Object.values(foreign)];
    expect(await Promise.all(none.map(count))).toEqual(none.map(() => 0));
  });

  test('are counted by principle and grade, with a row for every principle', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await raised(given, id, 'critical', '1.1.5');
    await raised(given, id, 'minor', '1.3.1');
    const rows = await findingsByPrinciple({ db, actor: given.lead, now: new Date() });
    expect(rows).toHaveLength(7);
    expect(rows.find(({ label }) => label.startsWith('1 '))?.cells).toEqual([1, 0, 1, 0]);
  });
});

describe('planning', () => {
  test('lists a recruiter until both stages are scheduled', async ({ db }) => {
    const given = await anEngagement(db);
    const scope = { db, actor: given.lead, now: new Date() };
    expect((await listEngagements(scope)).map(({ next }) => next)).toEqual([['stage1']]);
    await scheduled(given, 'stage1');
    expect((await listEngagements(scope)).map(({ next }) => next)).toEqual([['stage2']]);
    await scheduled(given, 'stage2');
    expect(await listEngagements(scope)).toEqual([]);
    expect(await findEngagement(scope, given.applicationId)).toMatchObject({
      recruiter: 'Himal Workforce',
      next: [],
    });
    expect((await listColleagues(scope)).map(({ name }) => name)).toEqual(['Bo Ek']);
  });

  test('is none of another body’s business', async ({ db }) => {
    const given = await anEngagement(db);
    const { auditor } = await strangers(db);
    const scope = { db, actor: auditor, now: new Date() };
    expect(await listEngagements(scope)).toEqual([]);
    expect(await findEngagement(scope, given.applicationId)).toBeUndefined();
  });
});

test('after an indicator comes the next open one, from the top again after the last', async ({ db }) => {
  const given = await anEngagement(db);
  const audit = await findAudit(given.as(given.lead), await fieldwork(given));
  if (!audit) throw new Error('no audit');
  const scope = { db, actor: given.lead, now: new Date() };
  const conforms = { conformity: 'conforms', note: '', evidence: '', revision: 0 } as const;
  done(await assessIndicator(given.as(given.lead), audit.id, 'A.1.2', conforms));
  const all = { show: 'all', principle: '', evidence: '' } as const;
  expect(await findNextOpen(scope, audit, 'A.1.1', all)).toBe('A.1.3');
  expect(await findNextOpen(scope, audit, '5.5.1', all)).toBe('A.1.1');
  expect(await findNextOpen(scope, audit, 'A.1.1', { ...all, principle: '1' })).toBe('1.1.1');
  expect(await findIndicator(scope, audit, 'A.1.2')).toMatchObject({ assessedBy: 'Anjali Rao', revision: 1 });
});

describe('what needs somebody now', () => {
  test('goes from planning to fieldwork for the auditor', async ({ db }) => {
    const given = await anEngagement(db);
    const scope = { db, actor: given.lead, now: new Date() };
    const tasks = async () => (await listAuditorTasks(scope)).map(({ what, due }) => [what, due]);
    expect(await tasks()).toEqual([['Schedule stage 1 of Himal Workforce', null]]);
    await scheduled(given, 'stage1', [given.colleague.accountId]);
    expect(await tasks()).toContainEqual(['Declare conflicts for stage 1', null]);
    await planned(given, 'stage2');
    expect(await tasks()).toContainEqual(['Notify the recruiter of stage 2', '2026-03-01']);
  });

  test('is the report for the reviewer, with its day', async ({ db }) => {
    const given = await anEngagement(db);
    await reported(given, ['major']);
    const tasks = await listReviewTasks({ db, actor: given.reviewer, now: new Date() });
    expect(tasks).toMatchObject([{ what: 'Review the report on Himal Workforce', due: '2026-03-13' }]);
  });

  test('goes from recruiter to auditor to reviewer for a finding', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major', 'observation');
    const now = new Date();
    const recruiters = () => listFindingTasks({ db, actor: given.recruiter, now });
    const auditors = () => listTeamTasks({ db, actor: given.lead, now });
    expect(await recruiters()).toMatchObject([
      { what: 'Send the plan', due: '2026-03-15', href: `/findings/${finding}` },
    ]);
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    expect(await recruiters()).toEqual([]);
    expect(await auditors()).toMatchObject([{ what: 'Accept the plan', due: '2026-03-11' }]);
  });

  test('is the second person’s sign-off once a finding is verified', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await verified(given, finding);
    const tasks = await listClosingTasks({ db, actor: given.reviewer, now: new Date() });
    expect(tasks).toMatchObject([{ what: 'Close the finding', due: '2026-05-30' }]);
  });
});
