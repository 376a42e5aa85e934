import { describe, expect } from 'vitest';

import { findCase } from '#app/features/workers/casework/case.server.ts';
import {
  flagCase,
  linkCases,
  nameRecruiterOf,
} from '#app/features/workers/casework/commands/about.server.ts';
import { handOverCase, takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { takeDeskStep } from '#app/features/workers/casework/commands/steps.server.ts';
import { stepForms, type StepSaid } from '#app/features/workers/casework/forms.ts';
import type { DeskStep } from '#app/features/workers/casework/model.ts';
import { listLinks, suggestLinks } from '#app/features/workers/casework/links.server.ts';
import { openCase, textOf } from '#app/features/workers/casework/reading.server.ts';
import * as own from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/test.ts';

const reasons = 'It was looked at together with a colleague.';
const answer = 'We have read it. This is what happens next.';

type Desk = Awaited<ReturnType<typeof aDesk>>;
const said = (step: DeskStep, more: object = {}): StepSaid =>
  stepForms[step].parse({ reasons, answer, ...more });

/** One step a minute after the other; answers with what the last was answered. */
async function walk(desk: Desk, steps: [DeskStep, object?][], from = 1) {
  for (const [at, [step, more]] of steps.entries())
    done(await takeDeskStep(later(desk.mara, from + at), desk.id, said(step, more)));
}
const toAdmissibility: [DeskStep, object?][] = [['safety_triage'], ['acknowledged'], ['admissibility']];
const toFinding: [DeskStep, object?][] = [
  ...toAdmissibility,
  ['routed', { to: 'scheme' }],
  ['investigating'],
];
const found = (outcome: string, more: object = {}): [DeskStep, object?] => [
  'finding',
  { outcome, severe: 'no', ...more },
];

const stateOf = async ({ mara, number }: Desk) => (await findCase(mara, number))?.state;

describe('a case moves', () => {
  test('step by step to its end, each with reasons that are sealed, and is then watched', async ({
    copy,
    now,
  }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    await walk(desk, [...toFinding, found('substantiated'), ['remedy_agreed'], ['remedy_delivered']]);
    const day = 24 * 60;
    expect(await takeDeskStep(later(desk.mara, 20 * day), desk.id, said('closed'))).toEqual({
      ok: false,
      refusal: 'wait_for_worker',
    });
    done(await own.confirmRemedy(later({ db: copy.db, now }, 21 * day), desk.id, true));
    done(await takeDeskStep(later(desk.mara, 22 * day), desk.id, said('closed')));
    const record = await findCase(desk.mara, desk.number);
    expect(record).toMatchObject({ state: 'monitored', eraseOn: '2028-03-23' });
    const opened = await openCase(later(desk.mara, 23 * day), desk.id);
    expect(opened?.decisions.map(({ to, by, reasons: why }) => [to, by, why])).toEqual([
      ['monitored', null, null],
      ['closed', 'Mara Holt', reasons],
      ['confirmed_by_worker', null, null],
      ...['remedy_delivered', 'remedy_agreed', 'finding', 'investigating', 'routed', 'admissibility'].map(
        (to) => [...[to, 'Mara Holt', reasons]],
      ),
      ['acknowledged', 'Mara Holt', reasons],
      ['safety_triage', 'Mara Holt', reasons],
    ]);
    const raw = await copy.db.selectFrom('complaint_decision').select('reasons').execute();
    expect(JSON.stringify(raw)).not.toContain('colleague');
  });

  test('to somebody outside with the consent that stands, and with words of the desk alone', async ({
    copy,
    now,
  }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const recruiter = await aListed(copy.db, { name: 'Zephyrine Overseas', number: 'LRN00012603' });
    done(await nameRecruiterOf(desk.mara, desk.id, recruiter.number));
    await walk(desk, toAdmissibility);
    const passing = said('routed', { to: 'recruiter', disclosure: 'A fee was taken from a worker.' });
    expect(await takeDeskStep(later(desk.mara, 5), desk.id, passing)).toEqual({
      ok: false,
      refusal: 'no_consent',
    });
    const consenting = { section: 'consents', said: { parties: ['recruiter' as const] } } as const;
    done(
      await own.saveSection(later({ db: copy.db, now }, 6), desk.id, {
        ...consenting,
        said: { parties: ['recruiter'] },
      }),
    );
    done(await takeDeskStep(later(desk.mara, 7), desk.id, passing));
    const opened = await openCase(later(desk.mara, 8), desk.id);
    expect(opened?.entries.filter(({ kind }) => kind === 'disclosure').map(textOf)).toEqual([
      'A fee was taken from a worker.',
    ]);
    const other = await aListed(copy.db, { name: 'Other Agency', number: 'LRN00022604' });
    expect(await nameRecruiterOf(later(desk.mara, 9), desk.id, other.number)).toEqual({
      ok: false,
      refusal: 'told_already',
    });
  });

  test('to an authority without consent where somebody is in danger', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    await walk(desk, toAdmissibility);
    const passing = said('routed', {
      to: 'authority',
      byNecessity: 'on',
      disclosure: 'Somebody is locked in.',
    });
    expect(await takeDeskStep(later(desk.mara, 5), desk.id, passing)).toEqual({
      ok: false,
      refusal: 'no_necessity',
    });
    // Danger that shows later is said later, with a reason that is sealed.
    const flags = { danger: true, child: false, reprisal: false, reasons: 'Locked in since Friday.' };
    expect(await flagCase(later(desk.piet, 6), desk.id, flags)).toEqual({ ok: false, refusal: 'not_found' });
    done(await flagCase(later(desk.mara, 6), desk.id, flags));
    done(await takeDeskStep(later(desk.mara, 7), desk.id, passing));
    const endangered = await aDesk({ db: copy.db, pool: copy.pool, now });
    await walk(endangered, [['safety_triage', { danger: 'on' }], ['acknowledged'], ['admissibility']]);
    done(await takeDeskStep(later(endangered.mara, 5), endangered.id, passing));
    expect(await findCase(endangered.mara, endangered.number)).toMatchObject({
      ...{ state: 'routed', danger: true, severe: true },
    });
  });

  test('to no end of its own while an answer to the reporter or a reason is missing', () => {
    expect(stepForms.acknowledged.safeParse({ reasons }).success).toBe(false);
    expect(stepForms.inadmissible.safeParse({ reasons }).success).toBe(false);
    expect(stepForms.closed.safeParse({ answer, reasons: 'Short' }).success).toBe(false);
  });
});

describe('a finding', () => {
  const factsOf = async ({ mara, id }: Desk) =>
    (
      await mara.db
        .selectFrom('event')
        .select('payload')
        .where('subject', '=', id)
        .where('type', '=', 'complaint.substantiated')
        .execute()
    ).map(({ payload }) => payload);

  test('of harm is told to the house with its weight, and of none is not', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const harmed = await aDesk(house);
    await walk(harmed, [...toFinding, found('partly_substantiated', { severe: 'yes' })]);
    expect(await factsOf(harmed)).toEqual([{ severe: true }]);
    const unharmed = await aDesk(house);
    await walk(unharmed, [...toFinding, found('not_substantiated'), ['closed']]);
    expect(await factsOf(unharmed)).toEqual([]);
    expect(await stateOf(unharmed)).toBe('monitored');
  });

  test('of what is severe by its kind is made lighter with reasons alone', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const issues = { issues: ['confinement' as const], elsewhere: '' };
    done(await own.saveSection(desk.mara, desk.id, { section: 'what_was_done', said: issues }));
    await walk(desk, toFinding);
    // A severe one is looked into within 30 days.
    const record = await findCase(desk.mara, desk.number);
    expect(record?.severe).toBe(true);
    expect((record?.dueAt?.getTime() ?? 0) - (record?.since.getTime() ?? 0)).toBe(30 * 86_400_000);
    const lighter = { outcome: 'substantiated', severe: 'no' };
    expect(await takeDeskStep(later(desk.mara, 9), desk.id, said('finding', lighter))).toEqual({
      ok: false,
      refusal: 'why_lighter',
    });
    const why = { ...lighter, whyLighter: 'The door was locked at night alone.' };
    done(await takeDeskStep(later(desk.mara, 9), desk.id, said('finding', why)));
    expect(await factsOf(desk)).toEqual([{ severe: false }]);
    const opened = await openCase(later(desk.mara, 10), desk.id);
    expect(opened?.decisions[0]?.reasons).toContain('The door was locked at night alone.');
    // That the desk read for it is written down: for each step that needed it, and for the page.
    const readings = await copy.db.selectFrom('complaint_reading').select('id').execute();
    expect(readings).toHaveLength(4);
  });
});

describe('an appeal', () => {
  test('of its reporter is answered by somebody who decided nothing of it', async ({ copy, now }) => {
    const desk = await aDesk({ db: copy.db, pool: copy.pool, now });
    const reporter = { db: copy.db, now };
    expect(await own.appeal(reporter, desk.id)).toEqual({ ok: false, refusal: 'not_now' });
    await walk(desk, [...toAdmissibility, ['inadmissible']]);
    expect(await own.appeal(later(reporter, 40 * 24 * 60), desk.id)).toEqual({
      ok: false,
      refusal: 'too_late',
    });
    done(await own.appeal(later(reporter, 10), desk.id));
    expect(await stateOf(desk)).toBe('appealed');
    const again = said('admissibility');
    expect(await takeDeskStep(later(desk.mara, 11), desk.id, again)).toEqual({
      ok: false,
      refusal: 'decided_by_you',
    });
    done(await handOverCase(later(desk.mara, 12), desk.id, { to: desk.piet.actor.accountId, reasons }));
    done(await takeDeskStep(later(desk.piet, 13), desk.id, again));
    expect(await stateOf(desk)).toBe('admissibility');
  });
});

describe('cases', () => {
  test('about a name written alike are suggested, and linked by whoever has both', async ({ copy, now }) => {
    const house = { db: copy.db, pool: copy.pool, now };
    const desk = await aDesk(house);
    const alike = await aComplaint(house, { whom: 'ZEPHYRINE overseas' });
    await aComplaint(house, { whom: 'Another agency' });
    expect(await suggestLinks(desk.mara, desk.id)).toEqual({ suggested: [], others: 1 });
    const linking = { number: alike.number, reason: 'The same agent.' };
    expect(await linkCases(desk.mara, desk.id, linking)).toEqual({ ok: false, refusal: 'no_such_case' });
    done(await takeCase(desk.mara, alike.id));
    expect(await suggestLinks(desk.mara, desk.id)).toMatchObject({
      suggested: [{ number: alike.number }],
      others: 0,
    });
    expect(await linkCases(desk.mara, desk.id, { ...linking, number: desk.number })).toEqual({
      ok: false,
      refusal: 'itself',
    });
    done(await linkCases(desk.mara, desk.id, linking));
    expect(await linkCases(desk.mara, alike.id, { ...linking, number: desk.number })).toEqual({
      ok: false,
      refusal: 'linked_already',
    });
    expect(await listLinks(desk.mara, alike.id)).toEqual([
      { case: { number: desk.number, state: 'received' }, reason: 'The same agent.' },
    ]);
    // Whoever has one of the two alone sees that there is another.
    done(await handOverCase(desk.mara, alike.id, { to: desk.piet.actor.accountId, reasons }));
    expect(await listLinks(desk.piet, alike.id)).toEqual([{ case: null, reason: null }]);
  });
});
