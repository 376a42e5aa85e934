import { describe, expect } from 'vitest';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { closeAudit } from '#app/features/audits/commands/close-audit.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  cancelling,
  anEngagement,
  assessAll,
  done,
  fieldwork,
  issued,
  noConflict,
  notified,
  now,
  plan,
  planned,
  readiness,
  reported,
  prepared,
  scheduled,
  strangers,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const system = { kind: 'system' } as const;
const conforms = { conformity: 'conforms', note: '', evidence: 'Seen', revision: 0 } as const;

const stateOf = async ({ db }: Engagement, id: string) =>
  (await findAudit({ db, actor: system, now: new Date() }, id))?.state;
const factsOf = async ({ db }: Engagement, subject: string) => {
  const rows = await db
    .selectFrom('event')
    .select('type')
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();
  return rows.map(({ type }) => type);
};

describe('scheduling', () => {
  test('makes the scheduling auditor the lead, beside the colleagues chosen', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1', [given.colleague.accountId]);
    const audit = await findAudit(given.as(given.lead), id);
    expect(audit?.team.map(({ name, role }) => [name, role])).toEqual([
      ['Anjali Rao', 'lead_auditor'],
      ['Bo Ek', 'auditor'],
    ]);
    expect(await factsOf(given, id)).toEqual(['audit.scheduled']);
  });

  test('twice at once makes one audit; the other is told', async ({ db }) => {
    const given = await anEngagement(db);
    const form = { type: 'stage1', colleagues: [] } as const;
    const both = await Promise.all(
      [given.lead, given.colleague].map((who) =>
        scheduleAudit(given.as(who), given.applicationId, { ...form, colleagues: [] }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: 'already_scheduled' });
    expect(await db.selectFrom('audit').select('id').execute()).toHaveLength(1);
  });

  test('is refused to another body, and with somebody who is no auditor of this one', async ({ db }) => {
    const given = await anEngagement(db);
    const { auditor } = await strangers(db);
    const form = { type: 'stage1' as const, colleagues: [] };
    const foreign = await scheduleAudit(given.as(auditor), given.applicationId, form);
    expect(foreign).toEqual({ ok: false, refusal: 'not_found' });
    const mixed = await scheduleAudit(given.as(given.lead), given.applicationId, {
      ...form,
      colleagues: [auditor.accountId],
    });
    expect(mixed).toEqual({ ok: false, refusal: 'not_an_auditor' });
    expect(await scheduleAudit(given.as(given.lead), 'no-such-id', form)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
  });
});

describe('declaring', () => {
  test('the last of the team without a conflict makes the team', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1', [given.colleague.accountId]);
    done(await declareConflict(given.as(given.lead), id, noConflict));
    expect(await stateOf(given, id)).toBe('scheduled');
    done(await declareConflict(given.as(given.colleague), id, noConflict));
    expect(await stateOf(given, id)).toBe('team_assigned');
  });

  test('a conflict ends the audit, and keeps that person off later teams', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    done(
      await declareConflict(given.as(given.lead), id, { conflicted: true, statement: 'My cousin owns it.' }),
    );
    expect(await stateOf(given, id)).toBe('cancelled');
    expect(await factsOf(given, id)).toEqual([
      'audit.scheduled',
      'audit.conflict_declared',
      'audit.cancelled',
    ]);
    const form = { type: 'stage1' as const, colleagues: [] };
    const again = await scheduleAudit(given.as(given.lead), given.applicationId, form);
    expect(again).toEqual({ ok: false, refusal: 'conflict_declared_before' });
    expect(await scheduleAudit(given.as(given.colleague), given.applicationId, form)).toMatchObject({
      ok: true,
    });
  });

  test('twice at once counts once', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1', [given.colleague.accountId]);
    const both = await Promise.all([1, 2].map(() => declareConflict(given.as(given.lead), id, noConflict)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('planning and starting', () => {
  test('an audit is planned with its days, which stand once they are told', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    expect(await findAudit(given.as(given.lead), id)).toMatchObject({
      state: 'planned',
      startsOn: plan.startsOn,
    });
    done(await notifyAudit(given.as(given.lead), id, { reason: 'The recruiter asked for it.' }));
    expect(await planAudit(given.as(given.lead), id, plan)).toEqual({
      ok: false,
      refusal: 'audit_is_notified',
    });
  });

  test('stage 2 is planned while stage 1 runs, and begins when stage 1 is closed', async ({ db }) => {
    const given = await anEngagement(db);
    const stage1 = await planned(given, 'stage1');
    const stage2 = await notified(given, 'stage2');
    expect(await startAudit(given.as(given.lead), stage2)).toEqual({ ok: false, refusal: 'stage1_open' });
    expect(await stateOf(given, stage1)).toBe('planned');
    expect(await cancelAudit(given.as(given.lead), stage2, cancelling)).toMatchObject({ ok: true });
    expect(await stateOf(given, stage2)).toBe('cancelled');
  });

  test('stage 1 that is ready lets stage 2 begin', async ({ db }) => {
    const given = await anEngagement(db);
    const stage1 = await readiness(given);
    expect(await factsOf(given, stage1)).toContain('audit.readiness_recorded');
    const id = await notified(given, 'stage2');
    expect(await startAudit(given.as(given.lead), id)).toMatchObject({ ok: true });
  });
});

describe('fieldwork', () => {
  test('an assessment is saved over the revision its author saw, and no other', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const scope = given.as(given.lead);
    const both = await Promise.all([1, 2].map(() => assessIndicator(scope, id, '1.1.5', conforms)));
    expect(both).toContainEqual({ ok: false, refusal: 'assessed_meanwhile' });
    expect(both).toContainEqual({ ok: true, value: { revision: 1 } });
    expect(await assessIndicator(scope, id, '1.1.5', { ...conforms, revision: 1 })).toMatchObject({
      value: { revision: 2 },
    });
    expect(await assessIndicator(scope, id, '9.9.9', conforms)).toEqual({ ok: false, refusal: 'not_found' });
  });

  test('of stage 2 closes only when every indicator has its answer', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await assessAll(given, id);
    const scope = given.as(given.lead);
    done(await assessIndicator(scope, id, '1.1.5', { ...conforms, conformity: 'come_back', revision: 1 }));
    expect(await closeFieldwork(scope, id, fewHeard)).toEqual({ ok: false, refusal: 'indicators_open' });
    done(await assessIndicator(scope, id, '1.1.5', { ...conforms, revision: 2 }));
    expect(await closeFieldwork(scope, id, fewHeard)).toMatchObject({ ok: true });
    expect(await stateOf(given, id)).toBe('fieldwork_done');
  });
});

describe('the report', () => {
  test('when final issues every finding, with clocks by its grade', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given, 'critical', 'major', 'minor', 'observation');
    const rows = await db
      .selectFrom('finding')
      .select(['grade', 'state', 'contain_due_on', 'plan_due_on', 'close_due_on'])
      .orderBy('number')
      .execute();
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['critical', 'issued', '2026-03-04', '2026-03-08', '2026-03-31'],
      ['major', 'awaiting_cap', null, '2026-03-15', '2026-05-30'],
      ['minor', 'awaiting_cap', null, '2026-03-31', '2026-08-28'],
      ['observation', 'issued', null, null, null],
    ]);
    expect(await stateOf(given, id)).toBe('caps_open');
  });

  test('without findings leads straight to the decision', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given);
    expect(await stateOf(given, id)).toBe('ready_for_decision');
    expect((await factsOf(given, id)).slice(-2)).toEqual(['audit.report_final', 'audit.ready_for_decision']);
  });

  test('is final once when two reviewers approve at once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, ['major']);
    const both = await Promise.all(
      [1, 2].map(() => approveReport(given.as(given.reviewer), id, { note: '', revision: 1 })),
    );
    expect(both).toContainEqual({ ok: false, refusal: 'audit_is_caps_open' });
    expect((await factsOf(given, id)).filter((type) => type === 'audit.report_final')).toHaveLength(1);
  });

  test('closes with the decision, once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await issued(given);
    const scope = { db, now, actor: system };
    expect(await closeAudit(scope, id)).toMatchObject({ ok: true });
    expect(await closeAudit(scope, id)).toEqual({ ok: false, refusal: 'audit_is_closed' });
  });
});

describe('others', () => {
  test('of another body or agency find no audit', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    for (const stranger of Object.values(await strangers(db))) {
      const scope = given.as(stranger);
      expect(await approveReport(scope, id, { note: '', revision: 1 })).toEqual({
        ok: false,
        refusal: 'not_found',
      });
      expect(await findAudit(scope, id)).toBeUndefined();
    }
  });

  test('who may read it are refused what is not theirs to do, and leave nothing behind', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await reported(given, []);
    const before = await factsOf(given, id);
    for (const who of [given.lead, given.recruiter, given.officer]) {
      expect(await approveReport(given.as(who), id, { note: '', revision: 1 })).toEqual({
        ok: false,
        refusal: 'forbidden',
      });
    }
    expect(await closeFieldwork(given.as(given.reviewer), id, fewHeard)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    expect(await factsOf(given, id)).toEqual(before);
  });

  test('an auditor of the same body who is not on the team finds none; the recruiter finds it once it is planned', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    expect(await findAudit(given.as(given.colleague), id)).toBeUndefined();
    expect(await findAudit(given.as(given.recruiter), id)).toBeUndefined();
    done(await declareConflict(given.as(given.lead), id, noConflict));
    await prepared(given, id);
    done(await planAudit(given.as(given.lead), id, { ...plan, noticeType: 'unannounced' }));
    expect(await findAudit(given.as(given.recruiter), id)).toBeUndefined();
    done(await startAudit(given.as(given.lead), id));
    expect(await findAudit(given.as(given.recruiter), id)).toMatchObject({ id });
  });
});
