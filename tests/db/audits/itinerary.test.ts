import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { writeItinerary } from '#app/features/audits/planning/itinerary/commands.server.ts';
import { findItinerary, itemsIn } from '#app/features/audits/planning/itinerary/queries.server.ts';
import { placesFromApplication } from '#app/features/audits/planning/known.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { releaseMember } from '#app/features/audits/team/ties/commands.server.ts';
import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import { addDays } from '#app/platform/calendar.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import {
  anEngagement,
  done,
  noConflict,
  plan,
  prepared,
  scheduled,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { someItems } from '#tests/support/factories/itineraries.ts';
import { test } from '#tests/support/test.ts';

const none = { reason: '' };
const no = (refusal: string) => ({ ok: false, refusal });
const on = (from: number) => ({
  startsOn: addDays(plan.startsOn, from),
  endsOn: addDays(plan.startsOn, from + 2),
});
const announced: PlanForm = { ...plan, ...on(20) };
const window = { windowFrom: addDays(plan.startsOn, 10), windowUntil: addDays(plan.startsOn, 40) };
const semi: PlanForm = { ...announced, ...window, noticeType: 'semi_announced' };
const unannounced: PlanForm = { ...announced, noticeType: 'unannounced' };

/** Stage 1 of two people, planned as the form says. */
async function planning(given: Engagement, form: PlanForm) {
  const id = await scheduled(given, 'stage1', [given.colleague.accountId]);
  for (const who of [given.lead, given.colleague]) done(await declareConflict(given.as(who), id, noConflict));
  await prepared(given, id);
  done(await planAudit(given.as(given.lead), id, form));
  return id;
}
const later = (given: Engagement, who: SignedIn, days: number) => ({
  ...given.as(who),
  now: new Date(`${addDays(plan.startsOn, days)}T09:00:00Z`),
});
/** What the recruiter's own page hands out of the itinerary, and of what happened. */
async function toRecruiter(given: Engagement, id: string) {
  const recruiter = given.as(given.recruiter);
  const stories = await Promise.all(
    [id, given.agency.id, given.applicationId].map((subject) => timelineOf(recruiter, subject)),
  );
  return { itinerary: await findItinerary(recruiter, id), stories: JSON.stringify(stories) };
}

describe('the itinerary', () => {
  test('is kept each time it is written, in order, with who is there and whom they meet', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const lead = given.as(given.lead);
    const items = someItems(given, 20);
    const both = [given.lead.accountId, given.colleague.accountId];
    expect(await findItinerary(lead, id)).toBeUndefined();
    done(await writeItinerary(lead, id, items));
    const written = items.map((item) => ({ ...item, auditors: both })).reverse();
    expect(done(await writeItinerary(lead, id, written))).toEqual({ number: 2 });
    const read = await findItinerary(lead, id);
    expect(read).toMatchObject({ number: 2, by: 'Anjali Rao' });
    expect(read?.items.map(({ people, ...item }) => [item, people.map(({ name }) => name)])).toEqual(
      items.map(({ auditors: _, ...item }) => [item, ['Anjali Rao', 'Bo Ek']]),
    );
    const versions = db.selectFrom('audit_itinerary').select(['number', 'items', 'presences']);
    expect(await versions.orderBy('number').execute()).toEqual([
      { number: 1, items: 2, presences: 2 },
      { number: 2, items: 2, presences: 4 },
    ]);
    expect((await timelineOf(lead, id)).map(({ what }) => what)).toContain('Itinerary written');
  });

  test('is written by the lead, on days of the plan, once at a time', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const lead = given.as(given.lead);
    const items = someItems(given, 20);
    for (const who of [given.colleague, given.reviewer, given.officer])
      expect(await writeItinerary(given.as(who), id, items)).toEqual(no('forbidden'));
    for (const who of [given.recruiter, (await strangers(db)).auditor])
      expect(await writeItinerary(given.as(who), id, items)).toEqual(no('not_found'));
    expect(await writeItinerary(lead, id, someItems(given, 19))).toEqual(no('itinerary_outside_days'));
    expect(await findItinerary(lead, id)).toBeUndefined();
    const both = await Promise.all([1, 2].map(() => writeItinerary(lead, id, items)));
    expect(both.map(done).map(({ number }) => number)).toEqual(expect.arrayContaining([1, 2]));
    const atOnce = await Promise.all([notifyAudit(lead, id, none), writeItinerary(lead, id, items)]);
    expect(atOnce[0]).toMatchObject({ ok: true });
    expect(await writeItinerary(lead, id, items)).toEqual(no('audit_is_notified'));
  });

  test('that fits the days no more is not told, and is written anew after a postponement', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const lead = given.as(given.lead);
    done(await writeItinerary(lead, id, someItems(given, 20)));
    done(await planAudit(lead, id, { ...announced, ...on(21) }));
    expect(await notifyAudit(lead, id, none)).toEqual(no('itinerary_outside_days'));
    done(await planAudit(lead, id, announced));
    done(await notifyAudit(lead, id, none));
    done(await askPostponement(given.as(given.recruiter), id, { reason: 'Our office floods then.' }));
    done(await acceptPostponement(lead, id));
    expect(await writeItinerary(lead, id, someItems(given, 20))).toEqual(no('audit_is_postponed'));
    done(await planAudit(lead, id, { ...announced, ...on(50) }));
    expect((await toRecruiter(given, id)).itinerary).toBeUndefined();
    expect(await notifyAudit(lead, id, none)).toEqual(no('itinerary_outside_days'));
    done(await writeItinerary(lead, id, someItems(given, 50)));
    expect((await toRecruiter(given, id)).itinerary).toBeUndefined();
    done(await notifyAudit(lead, id, none));
    expect((await toRecruiter(given, id)).itinerary).toMatchObject({ items: [{ day: on(50).startsOn }] });
  });

  test('does not name who has left the team and says so while it is not written anew', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const [lead, colleague] = [given.as(given.lead), given.as(given.colleague)];
    const items = someItems(given, 20).map((item) => ({ ...item, auditors: [colleague.actor.accountId] }));
    done(await writeItinerary(lead, id, items));
    const tie = { recruiter: 'Himal Workforce', kind: 'kinship' as const, fromOn: '2026-01-01' };
    done(await declareInterest(colleague, { ...tie, statement: 'My sister began to work there.' }));
    const form = { reason: 'Their sister works for the recruiter.', successor: undefined };
    done(await releaseMember(given.as(given.reviewer), id, colleague.actor.accountId, form));
    expect(await notifyAudit(lead, id, none)).toEqual(no('itinerary_of_others'));
    const read = await findItinerary(lead, id);
    expect(read?.items.map(({ people }) => people)).toMatchObject([[{ left: true }], [{ left: true }]]);
    expect(itemsIn(read)[0]?.auditors).toEqual([colleague.actor.accountId]);
    done(await writeItinerary(lead, id, someItems(given, 20)));
    done(await notifyAudit(lead, id, none));
  });

  test('begins with the offices that the application tells', async ({ db }) => {
    const applicant = await anApplicant(db);
    expect(await placesFromApplication(db, applicant.id)).toEqual(['1 Station Road, Kathmandu']);
    const given = await anEngagement(db);
    expect(await placesFromApplication(db, given.applicationId)).toEqual([]);
  });
});

describe('the recruiter learns of the itinerary', () => {
  const secret = /Community centre|2026-03-22|Itinerary/;

  test('of an announced audit with its notice, on the page and by mail, and never what the team keeps', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const lead = given.as(given.lead);
    done(await writeItinerary(lead, id, someItems(given, 20)));
    expect((await toRecruiter(given, id)).itinerary).toBeUndefined();
    await work();
    mailer.sent.length = 0;
    done(await notifyAudit(lead, id, none));
    await work();
    const { itinerary, stories } = await toRecruiter(given, id);
    expect(itinerary?.items).toMatchObject([{ place: 'Head office, second floor', told: 'recruiter' }]);
    expect(JSON.stringify(itinerary) + stories).not.toMatch(secret);
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]?.text).toMatch(/itinerary says where the auditors are/);
    expect(mailer.sent[0]?.text).toContain(`/audits/${id}#itinerary`);
    done(await startAudit(later(given, given.lead, 20), id));
    expect((await toRecruiter(given, id)).itinerary).toEqual(itinerary);
  });

  test('by no mail where nobody wrote one, or the team keeps all of it', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, announced);
    const lead = given.as(given.lead);
    done(await writeItinerary(lead, id, someItems(given, 20).slice(1)));
    await work();
    mailer.sent.length = 0;
    done(await notifyAudit(lead, id, none));
    await work();
    expect(mailer.sent).toHaveLength(1);
    expect(mailer.sent[0]?.text).not.toMatch(/itinerary/i);
    expect((await toRecruiter(given, id)).itinerary).toBeUndefined();
  });

  test('of a semi-announced audit when it has begun: its notice tells nothing of it', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const id = await planning(given, semi);
    const lead = given.as(given.lead);
    done(await writeItinerary(lead, id, someItems(given, 20)));
    await work();
    mailer.sent.length = 0;
    done(await notifyAudit(lead, id, none));
    await work();
    const before = await toRecruiter(given, id);
    expect(before.itinerary).toBeUndefined();
    expect(before.stories).not.toMatch(secret);
    expect(mailer.sent).toHaveLength(1);
    expect(JSON.stringify(mailer.sent)).not.toMatch(/itinerary|Head office|21 March 2026 at|22 March/i);
    expect(await writeItinerary(lead, id, someItems(given, 21))).toEqual(no('audit_is_notified'));
    done(await startAudit(later(given, given.lead, 20), id));
    expect((await toRecruiter(given, id)).itinerary?.items).toHaveLength(1);
  });

  test('of an unannounced audit when it has begun, and by no mail', async ({ db, mailer, work }) => {
    const given = await anEngagement(db);
    await work();
    mailer.sent.length = 0;
    const id = await planning(given, unannounced);
    const lead = later(given, given.lead, 20);
    done(await writeItinerary(given.as(given.lead), id, someItems(given, 20)));
    await work();
    expect(await toRecruiter(given, id)).toEqual({ itinerary: undefined, stories: '[[],[],[]]' });
    expect(mailer.sent).toEqual([]);
    done(await planAudit(given.as(given.lead), id, { ...unannounced, ...on(21) }));
    expect(await startAudit(lead, id)).toEqual(no('itinerary_outside_days'));
    done(await planAudit(given.as(given.lead), id, unannounced));
    done(await startAudit(lead, id));
    await work();
    expect((await toRecruiter(given, id)).itinerary?.items).toHaveLength(1);
    expect(JSON.stringify(mailer.sent)).not.toMatch(/itinerary/i);
    expect(await writeItinerary(lead, id, someItems(given, 20))).toEqual(no('audit_is_in_progress'));
  });
});
