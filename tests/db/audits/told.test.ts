import { describe, expect } from 'vitest';

import { latestEntries, timelineOf } from '#app/events/timeline.server.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { findOwnApplication } from '#app/features/applications/queries.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planContent } from '#app/features/audits/planning/paper/content.server.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { deskOf } from '#app/routes/account/desk.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import {
  cancelling,
  anApplication,
  anEngagement,
  checking,
  done,
  fieldwork,
  issued,
  noConflict,
  plan,
  prepared,
  raised,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { verified } from '#tests/support/factories/corrections.ts';
import { aPackage, grant, matterOf, noInterest, ballotOn } from '#tests/support/factories/certificates.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { test } from '#tests/support/test.ts';

const days = (from: number) => ({
  startsOn: addDays(plan.startsOn, from),
  endsOn: addDays(plan.startsOn, from + 2),
});
const window = { windowFrom: addDays(plan.startsOn, 20), windowUntil: addDays(plan.startsOn, 40) };
const semi: PlanForm = { ...plan, ...days(25), ...window, noticeType: 'semi_announced' };
const reason = { reason: 'Our office floods in these days.' };
const none = { reason: '' };

async function planning(given: Engagement, form: PlanForm) {
  const id = await scheduled(given, 'stage1');
  done(await declareConflict(given.as(given.lead), id, noConflict));
  await prepared(given, id);
  done(await planAudit(given.as(given.lead), id, form));
  return id;
}

/** All that the recruiter's pages hand out of what happened, as the browser gets it. */
async function handedOut(given: Engagement, ...more: string[]) {
  const recruiter = given.as(given.recruiter);
  const subjects = [given.agency.id, given.applicationId, ...more];
  const stories = await Promise.all(subjects.map((subject) => timelineOf(recruiter, subject)));
  return JSON.stringify([stories, await deskOf(recruiter), await findOwnApplication(recruiter)]);
}

describe('the days of an audit', () => {
  test('that is semi-announced stay untold by what the pages hand out', async ({ db, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, semi);
    done(await notifyAudit(given.as(given.lead), id, none));
    await work();
    expect(await handedOut(given, id)).toContain('Recruiter notified of the audit');
    expect(await handedOut(given, id)).not.toMatch(/2026-03-2[68]|payload/);
  });

  test('planned anew after a postponement stay untold before the next notice', async ({ db, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...days(14) });
    done(await notifyAudit(given.as(given.lead), id, none));
    done(await askPostponement(given.as(given.recruiter), id, reason));
    done(await acceptPostponement(given.as(given.lead), id));
    done(await planAudit(given.as(given.lead), id, { ...plan, ...days(60) }));
    await work();
    expect(await handedOut(given, id)).not.toMatch(/2026-04-30|2026-05-02/);
  });

  test('planned anew and cancelled before the next notice are never told', async ({ db, work }) => {
    const given = await anEngagement(db);
    const recruiter = given.as(given.recruiter);
    const id = await planning(given, { ...plan, ...days(14) });
    done(await notifyAudit(given.as(given.lead), id, none));
    done(await askPostponement(recruiter, id, reason));
    done(await acceptPostponement(given.as(given.lead), id));
    const later = { ...given.as(given.lead), now: new Date(given.as(given.lead).now.getTime() + 60_000) };
    done(await planAudit(later, id, { ...plan, ...days(60) }));
    done(await cancelAudit(later, id, cancelling));
    await work();
    const audit = await findAudit(recruiter, id);
    expect(audit).toMatchObject({ state: 'cancelled', startsOn: '', endsOn: '', plan: '' });
    const span = { from: '2026-01-01', until: '2026-12-31' };
    expect(await listSpan(recruiter, span)).toMatchObject({ audits: [] });
    expect(await listSpan(given.as(given.lead), span)).toMatchObject({ audits: [{ id }] });
    expect(audit && (await planContent(recruiter, audit))).toBeUndefined();
    expect(await handedOut(given, id)).not.toMatch(/2026-04-30|2026-05-02/);
  });

  test('and that there will be one, before its notice: the application stays where it was', async ({
    db,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...days(20) });
    await work();
    const { state } = await db.selectFrom('application').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('in_audit');
    expect(await handedOut(given)).toContain('"state":"engaged"');
    expect(await handedOut(given)).not.toMatch(/Audit planned|in_audit/);
    done(await notifyAudit(given.as(given.lead), id, none));
    expect(await handedOut(given)).toContain('Audit planned');
    expect(await findOwnApplication(given.as(given.recruiter))).toMatchObject({ state: 'in_audit' });
  });
});

describe('a finding', () => {
  const why = 'The practice is wider than one office.';

  test('regraded before its issue is told as it is issued', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const id = await raised(given, audit, 'minor');
    const before = new Date('2026-03-01T08:59:00Z');
    const [lead, reviewer] = [given.lead, given.reviewer].map((who) => ({ ...given.as(who), now: before }));
    if (!lead || !reviewer) throw new Error('Nobody is there');
    done(await proposeRegrade(lead, id, { grade: 'major', reason: why }));
    done(await answerRegrade(reviewer, id, { grade: 'major', outcome: 'approved', reason: why }));
    expect(await handedOut(given, audit)).not.toContain('Regraded');
    expect(JSON.stringify(await timelineOf(lead, audit))).toContain('Regraded: minor to major');
    await checking(given, [], audit);
    done(await endFactCheck(given.as(given.recruiter), audit));
    done(await approveReport(given.as(given.reviewer), audit, { note: '', revision: 1 }));
    const story = await handedOut(given, audit);
    expect(story).toContain('Finding issued: major');
    expect(story).not.toMatch(/Regraded|being written|Declared free/);
  });

  test('for which another grade is proposed shows the recruiter nothing of it', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(await proposeRegrade(given.as(given.lead), finding, { grade: 'minor', reason: why }));
    const read = await findFinding(given.as(given.recruiter), finding);
    expect(read?.finding.proposal).toBeNull();
    expect((await findFinding(given.as(given.lead), finding))?.finding.proposal).toMatchObject({
      to: 'minor',
    });
  });

  test('whose correction did not last is told when it is raised again and issued', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    await verified(given, finding);
    const ended = { state: 'withdrawn', ended_at: new Date('2026-03-01T10:00:00Z') };
    await db.updateTable('application').set(ended).where('id', '=', given.applicationId).execute();
    const { agency, body, recruiter } = given;
    const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
    const next = { ...given, applicationId };
    const audit = await fieldwork(next);
    const judged = { auditId: audit, findingId: finding };
    const form = { effective: 'no', note: 'Three payees are missing again.' } as const;
    done(await judgeEffectiveness(next.as(next.lead), judged, form));
    const told = /not effective|Raised again/;
    expect(await handedOut(next, finding, audit)).not.toMatch(told);
    expect(JSON.stringify(await timelineOf(next.as(next.lead), finding))).toMatch(told);
    await checking(next, [], audit);
    done(await endFactCheck(next.as(recruiter), audit));
    done(await approveReport(next.as(next.reviewer), audit, { note: '', revision: 1 }));
    expect(await handedOut(next, finding, audit)).toMatch(told);
  });
});

describe('a vote', () => {
  test('is told on no timeline, also where it was recorded with what it concerns', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const member = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(member, id, noInterest));
    done(await castVote(member, id, await ballotOn(member, id, grant)));
    const facts = db
      .selectFrom('event')
      .select(['payload', 'related'])
      .where('type', '=', 'decision.vote_cast');
    expect(await facts.execute()).toEqual([{ payload: {}, related: [] }]);
    await db.transaction().execute((trx) =>
      recordEvent(
        trx,
        {
          actor: given.decider,
          now: member.now,
          subject: id,
          related: [given.applicationId, given.agency.id],
        },
        'decision.vote_cast',
        {},
      ),
    );
    const stories = [
      await timelineOf(given.as(given.lead), given.applicationId),
      await timelineOf(given.as(given.recruiter), given.agency.id),
      await latestEntries(given.as(given.officer), 100),
    ];
    for (const story of stories) {
      expect(story.length).toBeGreaterThan(0);
      expect(JSON.stringify(story)).not.toMatch(/voted|vote_cast/);
    }
  });
});
