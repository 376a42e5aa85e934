import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { rejectEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  done,
  issued,
  noConflict,
  notified,
  now,
  plan,
  prepared,
  scheduled,
} from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence } from '#tests/support/factories/corrections.ts';
import { aPackage, refusal, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const subjects = (sent: { subject: string }[]) => sent.map(({ subject }) => subject);

describe('the notice of an audit', () => {
  test('is mailed to the recruiter, and moves its application on', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    await notified(given, 'stage1');
    await work();
    expect(subjects(mailer.sent)).toEqual(['Stage 1 audit on 1 March 2026 to 3 March 2026']);
    const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('in_audit');
  });

  test('that is unannounced is mailed to nobody', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    const id = await scheduled(given, 'stage1');
    done(await declareConflict(given.as(given.lead), id, noConflict));
    await prepared(given, id);
    done(await planAudit(given.as(given.lead), id, { ...plan, noticeType: 'unannounced' }));
    await work();
    expect(mailer.sent).toEqual([]);
    const read = async (actor: typeof given.recruiter | typeof given.officer) =>
      (await timelineOf({ db, actor, now }, given.applicationId)).map(({ type }) => type);
    expect(await read(given.recruiter)).not.toContain('audit.planned');
    expect(await read(given.officer)).toContain('audit.planned');
    done(await startAudit(given.as(given.lead), id));
    expect(await read(given.recruiter)).toContain('audit.planned');
  });
});

describe('a finding', () => {
  test('is mailed to the recruiter and answered to the lead auditor, each step once', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major', 'observation');
    await work();
    mailer.sent.length = 0;
    const addressOf = async (id: string) =>
      (await db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;
    const [lead, recruiter] = [
      await addressOf(given.lead.accountId),
      await addressOf(given.recruiter.accountId),
    ];
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    await work();
    done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
    await work();
    done(await submitEvidence(given.as(given.recruiter), finding, evidence));
    await work();
    done(
      await rejectEvidence(given.as(given.lead), finding, { round: 1, reason: 'Two workers are missing.' }),
    );
    await work();
    expect(mailer.sent.map(({ to }) => to)).toEqual([lead, recruiter, lead, recruiter]);
    expect(mailer.sent[3]?.text).toContain('Two workers are missing.');
  });

  test('that is an observation asks for nothing and is not mailed', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await issued(given, 'major', 'observation');
    await work();
    expect(subjects(mailer.sent).filter((subject) => subject.startsWith('Finding'))).toHaveLength(1);
  });
});

test('a decision closes the audit that waited for it', async ({ db, work }) => {
  const given = await aPackage(db, work);
  done(await vote(given.as(given.decider), given.applicationId, refusal));
  await work();
  expect(await findAudit(given.as(given.officer), given.auditId)).toMatchObject({ state: 'closed' });
});
