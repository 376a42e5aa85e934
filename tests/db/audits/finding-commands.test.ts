import { describe, expect } from 'vitest';

import { acceptPlan, returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import {
  rejectEvidence,
  verifyEvidence,
} from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { answerContainment } from '#app/features/audits/findings/containment/commands.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  issued,
  raised,
  audited,
  reported,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import {
  anotherReviewer,
  closing,
  believed,
  contained,
  correctiveAction,
  evidence,
  seen,
  verified,
} from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const system = { kind: 'system' } as const;
const reason = 'This is not what the standard asks.';

const stateOf = async ({ db }: Engagement, id: string) =>
  (await findFinding({ db, actor: system, now: new Date() }, id))?.finding.state;
const auditState = async ({ db }: Engagement, id: string) =>
  (await findAudit({ db, actor: system, now: new Date() }, id))?.state;
const eventsOf = async ({ db }: Engagement, subject: string) =>
  db
    .selectFrom('event')
    .select(['type', 'related'])
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();

describe('raising', () => {
  test('numbers findings of an audit without gaps, also at once', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await Promise.all([1, 2, 3].map(() => raised(given, id)));
    const rows = await db.selectFrom('finding').select('number').orderBy('number').execute();
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('is told on the audit alone: the recruiter reads the other timelines', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    expect(await eventsOf(given, await raised(given, id))).toEqual([
      { type: 'finding.raised', related: [id] },
    ]);
  });

  test('is refused for an indicator that is not in the standard', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const form = { grade: 'minor' as const, statement: 'Something is amiss', evidence: 'Seen on paper' };
    expect(await raiseFinding(given.as(given.lead), id, '9.9.9', form)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect(await raiseFinding(given.as(given.reviewer), id, '1.1.1', form)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
  });

  test('can be taken back until the report is sent, and is then not issued', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, findings } = await audited(given, ['major']);
    done(await withdrawFinding(given.as(given.lead), findings[0] ?? '', { reason }));
    expect(await withdrawFinding(given.as(given.lead), findings[0] ?? '', { reason })).toEqual({
      ok: false,
      refusal: 'finding_is_withdrawn',
    });
    expect(await auditState(given, id)).toBe('fieldwork_done');
  });
});

describe('a major finding', () => {
  test('goes from plan to evidence to a second person’s sign-off, and then a decision is possible', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'major');
    const [recruiter, auditor] = [given.as(given.recruiter), given.as(given.lead)];
    done(await submitPlan(recruiter, finding, correctiveAction));
    done(await returnPlan(auditor, finding, { round: 1, reason }));
    done(await submitPlan(recruiter, finding, correctiveAction));
    done(await acceptPlan(auditor, finding, { round: 2 }));
    done(await submitEvidence(recruiter, finding, evidence));
    done(await rejectEvidence(auditor, finding, { round: 1, reason }));
    done(await submitEvidence(recruiter, finding, evidence));
    done(await verifyEvidence(auditor, finding, seen('on_site', 2)));
    expect(await auditState(given, id)).toBe('caps_open');
    done(await closeFinding(given.as(given.reviewer), finding, closing));
    expect(await auditState(given, id)).toBe('ready_for_decision');
    expect((await eventsOf(given, finding)).map(({ type }) => type.replace('finding.', ''))).toEqual([
      'raised',
      'issued',
      'plan_submitted',
      'plan_answered',
      'plan_submitted',
      'plan_answered',
      'evidence_submitted',
      'evidence_answered',
      'evidence_submitted',
      'evidence_answered',
      'closed',
    ]);
    const record = await findFinding(recruiter, finding);
    expect(record?.plans.map(({ answer }) => answer)).toEqual(['accepted', 'returned']);
    expect(record?.proofs.map(({ answer }) => answer)).toEqual(['verified', 'rejected']);
  });

  test('is told on the timelines of audit, application and recruiter once it is issued', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'major');
    const related = [id, given.applicationId, given.agency.id];
    expect(await eventsOf(given, finding)).toContainEqual({ type: 'finding.issued', related });
  });
});

describe('a critical finding', () => {
  test('is contained first, and verified where the harm was', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'critical');
    const [recruiter, auditor] = [given.as(given.recruiter), given.as(given.lead)];
    expect(await submitPlan(recruiter, finding, correctiveAction)).toEqual({
      ok: false,
      refusal: 'finding_is_issued',
    });
    done(await contained(recruiter, finding));
    done(await submitPlan(recruiter, finding, { ...correctiveAction, targetOn: '2026-03-20' }));
    expect(await acceptPlan(auditor, finding, { round: 1 })).toEqual({
      ok: false,
      refusal: 'containment_unanswered',
    });
    done(await answerContainment(auditor, finding, believed));
    done(await acceptPlan(auditor, finding, { round: 1 }));
    done(await submitEvidence(recruiter, finding, evidence));
    const desk = await verifyEvidence(auditor, finding, seen('desk'));
    expect(desk).toEqual({ ok: false, refusal: 'desk_is_not_enough' });
    done(await verifyEvidence(auditor, finding, seen('worker_confirmed')));
    expect(await stateOf(given, finding)).toBe('verified');
  });
});

describe('a minor finding', () => {
  test('with its plan accepted lets a decision be made, and closes when verified', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'minor');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    expect(await auditState(given, id)).toBe('ready_for_decision');
    done(await submitEvidence(given.as(given.recruiter), finding, evidence));
    done(await verifyEvidence(given.as(given.lead), finding, seen('on_site')));
    expect(await stateOf(given, finding)).toBe('closed');
  });
});

describe('two at once', () => {
  test('send one plan', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const both = await Promise.all(
      [1, 2].map(() => submitPlan(given.as(given.recruiter), finding, correctiveAction)),
    );
    expect(both).toContainEqual({ ok: false, refusal: 'finding_is_cap_submitted' });
    expect(await db.selectFrom('corrective_action_plan').select('round').execute()).toHaveLength(1);
  });

  test('closing the last two findings make the audit ready exactly once', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, findings } = await issued(given, 'major', 'major');
    for (const finding of findings) await verified(given, finding);
    const closed = await Promise.all(
      findings.map((finding) => closeFinding(given.as(given.reviewer), finding, closing)),
    );
    expect(closed.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await auditState(given, id)).toBe('ready_for_decision');
    const facts = await eventsOf(given, id);
    expect(facts.filter(({ type }) => type === 'audit.ready_for_decision')).toHaveLength(1);
  });

  test('an answer to a round that was not read is refused', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    expect(await acceptPlan(given.as(given.lead), finding, { round: 2 })).toEqual({
      ok: false,
      refusal: 'another_round',
    });
  });
});

describe('others', () => {
  test('of another agency or body find no finding; those of this one are refused what is not theirs', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    const foreign = await strangers(db);
    for (const who of [...Object.values(foreign), given.decider]) {
      expect(await submitPlan(given.as(who), finding, correctiveAction)).toEqual({
        ok: false,
        refusal: 'not_found',
      });
    }
    for (const who of [given.lead, given.reviewer, given.officer]) {
      expect(await submitPlan(given.as(who), finding, correctiveAction)).toEqual({
        ok: false,
        refusal: 'forbidden',
      });
    }
    expect(await db.selectFrom('corrective_action_plan').select('round').execute()).toEqual([]);
  });

  test('the recruiter finds no finding before it is issued', async ({ db }) => {
    const given = await anEngagement(db);
    const { findings } = await reported(given, ['major']);
    expect(await findFinding(given.as(given.recruiter), findings[0] ?? '')).toBeUndefined();
    expect(await findFinding(given.as(given.lead), findings[0] ?? '')).toMatchObject({
      finding: { state: 'raised' },
    });
  });

  test('who verified does not close, even with a reviewer’s role', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await verified(given, finding);
    const same = await anotherReviewer(given, given.lead.accountId);
    expect(await closeFinding(given.as(same), finding, closing)).toEqual({
      ok: false,
      refusal: 'same_person',
    });
  });
});
