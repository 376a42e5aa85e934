import { type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import {
  abortAudit,
  closeAbandoned,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import {
  acceptPostponement,
  declinePostponement,
} from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { listAbandonedTasks } from '#app/features/audits/planning/tasks.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listAuditorTasks } from '#app/features/audits/tasks.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import {
  cancelling,
  anEngagement,
  done,
  fieldwork,
  noConflict,
  notified,
  plan,
  prepared,
  scheduled,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { grant, vote } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const later = (days: number) => ({
  startsOn: addDays(plan.startsOn, days),
  endsOn: addDays(plan.startsOn, days + 2),
});
const window = { windowFrom: addDays(plan.startsOn, 20), windowUntil: addDays(plan.startsOn, 40) };
const semi: PlanForm = { ...plan, ...later(25), ...window, noticeType: 'semi_announced' };
const unannounced: PlanForm = { ...plan, noticeType: 'unannounced' };
const reason = { reason: 'Our office floods in these days.' };
const none = { reason: '' };
const no = (refusal: string) => ({ ok: false, refusal });

/** Stage 1, its team ready, planned as the form says. */
async function planning(given: Engagement, form: PlanForm) {
  const id = await scheduled(given, 'stage1');
  done(await declareConflict(given.as(given.lead), id, noConflict));
  await prepared(given, id);
  done(await planAudit(given.as(given.lead), id, form));
  return id;
}
const on = <A extends Engagement['lead'] | Engagement['recruiter']>(
  given: Engagement,
  actor: A,
  days: number,
) => ({
  ...given.as(actor),
  now: new Date(`${addDays(plan.startsOn, days)}T09:00:00Z`),
});
const rowOf = ({ db }: Engagement, id: string) =>
  db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const factsOf = async (db: Kysely<Database>) =>
  (await db.selectFrom('event').select('type').orderBy('position').execute()).map(({ type }) => type);

describe('an announced audit', () => {
  test('is told early enough, and begins on its day', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(14) });
    const lead = given.as(given.lead);
    expect(await startAudit(on(given, given.lead, 14), id)).toEqual(no('not_notified'));
    expect(await notifyAudit(lead, id, none)).toMatchObject({ ok: true });
    expect(await startAudit(on(given, given.lead, 13), id)).toEqual(no('before_told_day'));
    expect(await startAudit(on(given, given.lead, 14), id)).toMatchObject({ ok: true });
    expect(await factsOf(db)).toContain('audit.notified');
  });

  test('told too late needs its reason, which is kept', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(13) });
    const before = await factsOf(db);
    expect(await notifyAudit(given.as(given.lead), id, none)).toEqual(no('notice_too_short'));
    expect([await factsOf(db), (await rowOf(given, id)).state]).toEqual([before, 'planned']);
    expect(await notifyAudit(given.as(given.lead), id, reason)).toMatchObject({ ok: true });
    expect((await rowOf(given, id)).notice_reason).toBe(reason.reason);
  });

  test('is told once when two tabs send the notice at once, and by the lead alone', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(20) });
    for (const who of [given.reviewer, given.officer])
      expect(await notifyAudit(given.as(who), id, none)).toEqual(no('forbidden'));
    for (const who of [given.recruiter, (await strangers(db)).auditor])
      expect(await notifyAudit(given.as(who), id, none)).toEqual(no('not_found'));
    const both = await Promise.all([1, 2].map(() => notifyAudit(given.as(given.lead), id, none)));
    expect(both).toContainEqual(no('audit_is_notified'));
    expect((await factsOf(db)).filter((type) => type === 'audit.notified')).toHaveLength(1);
  });

  test('is seen by its recruiter with the notice, and no earlier', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(20) });
    const recruiter = given.as(given.recruiter);
    const story = async () => (await timelineOf(recruiter, given.agency.id)).map(({ type }) => type);
    expect(await findAudit(recruiter, id)).toBeUndefined();
    expect((await story()).filter((type) => type.startsWith('audit.'))).toEqual([]);
    done(await notifyAudit(given.as(given.lead), id, none));
    expect(await findAudit(recruiter, id)).toMatchObject({ ...later(20), plan: plan.plan });
    expect(await story()).toContain('audit.notified');
  });
});

describe('a semi-announced audit', () => {
  test('tells its window alone, on the page and by mail, until it begins', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    const id = await planning(given, semi);
    done(await notifyAudit(given.as(given.lead), id, none));
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      'Stage 1 audit between 21 March 2026 and 10 April 2026',
    ]);
    expect(JSON.stringify(mailer.sent)).not.toMatch(/26 March|28 March|Head office/);
    const read = await findAudit(given.as(given.recruiter), id);
    expect(read).toMatchObject({ startsOn: window.windowFrom, endsOn: window.windowUntil, plan: '' });
    expect(JSON.stringify(read)).not.toMatch(/2026-03-26|2026-03-28|Head office/);
    expect(await startAudit(on(given, given.lead, 19), id)).toEqual(no('before_told_day'));
    done(await startAudit(on(given, given.lead, 25), id));
    expect(await findAudit(given.as(given.recruiter), id)).toMatchObject({ ...later(25), plan: plan.plan });
  });
});

describe('an unannounced audit', () => {
  const forget = { ...plan, ...later(3), noticeType: 'unannounced' as const };

  /** Every way on which a recruiter can look. */
  async function seen(given: Engagement, id: string) {
    const recruiter = given.as(given.recruiter);
    const stories = await Promise.all(
      [id, given.applicationId, given.agency.id].map((subject) => timelineOf(recruiter, subject)),
    );
    return {
      page: (await findAudit(recruiter, id)) !== undefined,
      stories: stories.flat().map(({ type }) => type),
      calendar: (await listProgramme(recruiter, { type: '', notice: '', page: 1 })).count,
      state: (await given.db.selectFrom('application').select('state').executeTakeFirstOrThrow()).state,
    };
  }
  const nothing = { page: false, stories: [], calendar: 0, state: 'engaged' };

  test('is not to be seen anywhere by its recruiter before it begins', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    const id = await planning(given, forget);
    await work();
    expect(await seen(given, id)).toEqual(nothing);
    expect(await askPostponement(given.as(given.recruiter), id, reason)).toEqual(no('not_found'));
    expect(await notifyAudit(given.as(given.lead), id, reason)).toEqual(no('never_told_ahead'));
    await work();
    expect(await seen(given, id)).toEqual(nothing);
    expect(mailer.sent).toEqual([]);
    done(await startAudit(on(given, given.lead, 2), id));
    await work();
    expect(await seen(given, id)).toMatchObject({ page: true, state: 'in_audit' });
    expect((await seen(given, id)).stories).toContain('audit.started');
  });

  test('that is cancelled before it begins stays unknown', async ({ db, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, forget);
    done(await cancelAudit(given.as(given.lead), id, cancelling));
    await work();
    expect(await seen(given, id)).toEqual(nothing);
  });
});

describe('a postponement', () => {
  test('is asked for once, accepted, planned by its last day and told again', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    const id = await planning(given, { ...plan, ...later(14) });
    const lead = given.as(given.lead);
    done(await notifyAudit(lead, id, none));
    const both = await Promise.all([1, 2].map(() => askPostponement(given.as(given.recruiter), id, reason)));
    expect(both).toContainEqual(no('postponement_asked_before'));
    expect((await listAuditorTasks(lead)).map(({ what }) => what)).toContain(
      'Answer the wish to postpone stage 1',
    );
    expect(await acceptPostponement(given.as(given.recruiter), id)).toEqual(no('forbidden'));
    await work();
    expect(await acceptPostponement(lead, id)).toMatchObject({ value: { postponedUntil: '2026-05-14' } });
    expect(await declinePostponement(lead, id, reason)).toEqual(no('audit_is_postponed'));
    await work();
    // Two letters of one round of the queue go out in either order.
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toHaveLength(3);
    expect(subjects).toContainEqual(expect.stringContaining('asks to postpone'));
    expect(subjects.at(-1)).toContain('is postponed');
    expect(await planAudit(lead, id, { ...plan, ...later(75) })).toEqual(no('postponed_too_far'));
    expect(await planAudit(lead, id, unannounced)).toEqual(no('recruiter_knows'));
    done(await planAudit(lead, id, { ...plan, ...later(74) }));
    expect(await findAudit(given.as(given.recruiter), id)).toMatchObject({ startsOn: '', plan: '' });
    expect(await startAudit(on(given, given.lead, 74), id)).toEqual(no('not_notified'));
    done(await notifyAudit(lead, id, none));
    expect(await askPostponement(given.as(given.recruiter), id, reason)).toEqual(
      no('postponement_asked_before'),
    );
    expect(await startAudit(on(given, given.lead, 74), id)).toMatchObject({ ok: true });
  });

  test('declined leaves the audit as it was told', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    expect(await declinePostponement(given.as(given.lead), id, reason)).toEqual(no('no_postponement_asked'));
    done(await askPostponement(given.as(given.recruiter), id, reason));
    done(await declinePostponement(given.as(given.lead), id, { reason: 'It was postponed by us before.' }));
    await work();
    expect(mailer.sent.map(({ text }) => text).join('\n')).toContain('It was postponed by us before.');
    expect((await rowOf(given, id)).state).toBe('notified');
    expect(await startAudit(given.as(given.lead), id)).toMatchObject({ ok: true });
  });
});

describe('an audit that does not come to its end', () => {
  test('refused by the recruiter goes to the panel by an officer; as it says, the stage is scheduled again', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    await work();
    mailer.sent.length = 0;
    expect(await recordRefusal(given.as(given.recruiter), id, reason)).toEqual(no('forbidden'));
    done(await recordRefusal(given.as(given.lead), id, reason));
    expect(await recordRefusal(given.as(given.lead), id, reason)).toEqual(no('audit_is_refused_by_auditee'));
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toHaveLength(2);
    expect(JSON.stringify(mailer.sent)).not.toContain(reason.reason);
    expect(await listAbandonedTasks(given.as(given.officer))).toMatchObject([
      {
        due: '2026-03-06',
        href: `/audits/${id}`,
        what: 'Put before the panel: Himal Workforce refused its audit',
      },
    ]);
    const form = { type: 'stage1' as const, colleagues: [] };
    expect(await scheduleAudit(given.as(given.lead), given.applicationId, form)).toEqual(
      no('already_scheduled'),
    );
    expect(await closeAbandoned(given.as(given.lead), id, reason)).toEqual(no('forbidden'));
    expect(await closeAbandoned(given.as(given.officer), id, reason)).toEqual(no('panel_decides'));
    done(await putAbandonedAudit(given.as(given.officer), id, { note: reason.reason }));
    expect(await listAbandonedTasks(given.as(given.officer))).toEqual([]);
    done(await vote(given.as(given.decider), given.applicationId, { ...grant, vote: 'return' }));
    await work();
    expect(await scheduleAudit(given.as(given.lead), given.applicationId, form)).toMatchObject({ ok: true });
  });

  test('broken off keeps why, and tells the recruiter only the class of it', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await work();
    mailer.sent.length = 0;
    const note = 'The director locked the archive and shouted.';
    done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note }));
    expect(await abortAudit(given.as(given.lead), id, { reason: 'safety', note })).toEqual(
      no('audit_is_aborted'),
    );
    await work();
    expect(mailer.sent).toHaveLength(2);
    expect(JSON.stringify(mailer.sent)).not.toContain('archive');
    expect(await findNotice(db, id)).toMatchObject({ abortReason: 'obstruction', abortNote: note });
    const fact = await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'audit.aborted')
      .executeTakeFirst();
    expect(fact?.payload).toEqual({ reason: 'obstruction' });
  });
});
