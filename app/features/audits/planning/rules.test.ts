import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '#app/platform/calendar.ts';

import { noticeTypes, type Audit, type NoticeType } from '../model.ts';
import { refusalText } from '../ui/refusals.ts';
import { abortForm, notifyForm, planForm, savedPlan, windowOf } from './forms.ts';
import { asTold, shownTo, wasTold } from './model.ts';
import {
  askPostponement,
  declinePostponement,
  isBehind,
  notify,
  noticesWithin,
  plan,
  postpone,
  start,
} from './rules.ts';
import { mayPostpone, planningTask } from './steps.ts';

const today = '2026-03-01';
const known = {
  ...{ id: 'a', reference: 'AUD-00001', applicationId: 'p', certificateId: null, organisationId: 'o' },
  ...{ auditBodyId: 'b', schemeVersionId: 'v' },
  team: [{ accountId: 'lead', name: 'Anjali Rao', role: 'lead_auditor', conflicted: false }],
  type: 'stage1',
} as const;
const days = {
  noticeType: 'announced',
  startsOn: '2026-03-15',
  endsOn: '2026-03-17',
  plan: 'Head office',
} as const;
const parties = { ...known, team: [...known.team] };
const assigned: Audit = { ...parties, state: 'team_assigned' };
const planned = (noticeType: NoticeType, startsOn: string = days.startsOn): Audit => ({
  ...parties,
  ...{ ...days, noticeType, startsOn },
  state: 'planned',
});
const notified: Audit = { ...parties, ...days, state: 'notified' };
const postponed: Audit = { ...parties, ...days, state: 'postponed', postponedUntil: '2026-05-14' };
const window = { from: '2026-03-10', until: '2026-03-24' };
const refusal = (name: string) => ({ ok: false, refusal: name });

describe('planning', () => {
  const fixed = (more: Partial<Parameters<typeof plan>[1]>) => ({
    ...{ ...days, window: null, kept: null, dueOn: null, lateReasons: '' },
    ...more,
  });
  test.each([
    ['a semi-announced audit needs a window', { noticeType: 'semi_announced' }, 'window_missing'],
    ['the days lie inside the window', { window: { ...window, until: '2026-03-16' } }, 'days_outside_window'],
    [
      'a window of the days themselves tells them',
      { window: { from: '2026-03-15', until: '2026-03-17' } },
      'window_tells_days',
    ],
    ['nothing is planned into the past', { startsOn: '2026-02-28' }, 'starts_in_the_past'],
    ['days behind those of the programme have reasons', { dueOn: '2026-03-16' }, 'late_without_reasons'],
  ] as const)('%s', (_why, more, name) => {
    expect(plan(assigned, fixed(more), today)).toEqual(refusal(name));
  });

  test('ends on the last day of its programme without reasons, and behind it with them', () => {
    const why = { lateReasons: 'The roads to the branch are closed until April.' };
    for (const more of [{ dueOn: '2026-03-17' }, { dueOn: null }, { dueOn: '2026-03-16', ...why }])
      expect(plan(assigned, fixed(more), today)).toMatchObject({ ok: true });
    expect([isBehind(days, '2026-03-16'), isBehind(days, '2026-03-17'), isBehind(days, null)]).toEqual([
      ...[true, false, false],
    ]);
  });

  test('again, after a postponement, by its last day and not in secret', () => {
    expect(plan(postponed, fixed({ startsOn: '2026-05-14', endsOn: '2026-05-15' }), today)).toMatchObject({
      ok: true,
    });
    expect(plan(postponed, fixed({ startsOn: '2026-05-15', endsOn: '2026-05-15' }), today)).toEqual(
      refusal('postponed_too_far'),
    );
    expect(plan(postponed, fixed({ noticeType: 'unannounced' }), today)).toEqual(refusal('recruiter_knows'));
  });

  test('with a window inside of which the days lie, a semi-announced audit is planned', () => {
    expect(plan(assigned, fixed({ noticeType: 'semi_announced', window }), today)).toMatchObject({
      ok: true,
    });
  });
});

const inTime = { dueOn: null, lateReasons: '' };

test('a plan tells no more than the programme of its certificate lets it', () => {
  const told = (kept: NoticeType | null) =>
    noticeTypes.filter(
      (noticeType) => plan(assigned, { ...days, ...inTime, noticeType, window, kept }, today).ok,
    );
  expect(told(null)).toEqual(noticeTypes);
  expect(told('announced')).toEqual(noticeTypes);
  expect(told('semi_announced')).toEqual(['semi_announced', 'unannounced']);
  expect(told('unannounced')).toEqual(['unannounced']);
  for (const kept of [null, ...noticeTypes]) expect(noticesWithin(kept)).toEqual(told(kept));
  expect(plan(assigned, { ...days, ...inTime, window: null, kept: 'semi_announced' }, today)).toEqual(
    refusal('programme_tells_less'),
  );
  expect(refusalText('programme_tells_less')).toContain('programme');
});

test('where the programme leaves no choice of notice, the form comes with it', () => {
  const blank = { noticeType: null };
  const none = { windowFrom: null, windowUntil: null, lateReasons: null };
  expect(savedPlan(blank, none, ['unannounced'])).toMatchObject({ noticeType: 'unannounced' });
  expect(savedPlan(blank, none, noticeTypes)).not.toHaveProperty('noticeType');
  expect(savedPlan({ noticeType: 'announced' }, none, ['unannounced'])).toMatchObject({
    noticeType: 'announced',
  });
});

describe('the notice', () => {
  test('is early enough, or has its reason, for every number of days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (ahead, noticeDays, why) => {
          const reason = why ? 'The recruiter asked for it.' : '';
          const outcome = notify(planned('announced', addDays(today, ahead)), { today, noticeDays, reason });
          if (ahead >= noticeDays || why) expect(outcome).toMatchObject({ value: { state: 'notified' } });
          else expect(outcome).toEqual(refusal('notice_too_short'));
        },
      ),
      { seed: 2130 },
    );
  });

  test('of a window may come late; of an unannounced audit never', () => {
    const late = { today: '2026-03-14', noticeDays: 14, reason: '' };
    expect(notify(planned('semi_announced'), late)).toMatchObject({ ok: true });
    expect(notify(planned('unannounced'), late)).toEqual(refusal('never_told_ahead'));
    expect(notify(planned('announced'), { ...late, today: '2026-03-16' })).toEqual(
      refusal('starts_in_the_past'),
    );
  });
});

test.each([
  ['announced, never told', planned('announced'), '2026-03-15', 'not_notified'],
  ['semi-announced, never told', planned('semi_announced'), '2026-03-15', 'not_notified'],
  ['told, a day too early', notified, '2026-03-14', 'before_told_day'],
  ['told, on its day', notified, '2026-03-15', undefined],
  ['unannounced, whenever the team comes', planned('unannounced'), '2026-03-02', undefined],
] as const)('starting an audit that is %s', (_why, audit, day, name) => {
  const outcome = start(audit, [], { today: day, toldFrom: '2026-03-15' });
  if (name) expect(outcome).toEqual(refusal(name));
  else expect(outcome).toMatchObject({ value: { state: 'in_progress' } });
});

test('a postponement is asked for once, and answered once', () => {
  expect(askPostponement(notified, { outcome: 'declined' })).toEqual(refusal('postponement_asked_before'));
  const count = { toldFrom: '2026-03-15', most: 60 };
  expect(postpone(notified, { outcome: null }, count)).toMatchObject({
    value: { postponedUntil: '2026-05-14' },
  });
  for (const asked of [undefined, { outcome: 'accepted' }]) {
    expect(postpone(notified, asked, count)).toEqual(refusal('no_postponement_asked'));
    expect(declinePostponement(notified, asked)).toEqual(refusal('no_postponement_asked'));
  }
});

describe('what a recruiter reads of the days', () => {
  const row = {
    ...{ state: 'notified', noticeType: 'semi_announced', startsOn: '2026-03-15', endsOn: '2026-03-17' },
    ...{ windowFrom: window.from, windowUntil: window.until, startedAt: null, plan: 'Head office' },
    ...{ plannedAt: new Date('2026-02-01'), notifiedAt: new Date('2026-02-02') },
  };
  test('of a semi-announced audit is its window, until it begins', () => {
    expect(asTold(row)).toMatchObject({ startsOn: window.from, endsOn: window.until, plan: '' });
    expect(asTold({ ...row, state: 'cancelled' })).toMatchObject({ startsOn: window.from, plan: '' });
    const begun = { ...row, startedAt: new Date() };
    expect(asTold(begun)).toBe(begun);
  });
  test('of an announced one are its days, and nothing while it is planned anew', () => {
    const announced = { ...row, noticeType: 'announced' };
    expect(asTold(announced)).toBe(announced);
    expect(asTold({ ...announced, state: 'planned' })).toMatchObject({ startsOn: '', endsOn: '', plan: '' });
  });
  test('are never those planned anew after a notice and never told, whatever became of the audit', () => {
    const anew = { ...row, noticeType: 'announced', plannedAt: new Date('2026-02-20') };
    for (const state of ['planned', 'cancelled', 'aborted'])
      expect(asTold({ ...anew, state })).toMatchObject({ startsOn: '', endsOn: '', plan: '' });
    expect(wasTold({ ...anew, state: 'cancelled' })).toBe(false);
    const told = { ...anew, state: 'cancelled', notifiedAt: anew.plannedAt };
    expect(asTold(told)).toBe(told);
    expect(wasTold({ ...told, notifiedAt: null })).toBe(false);
  });
  test('is never what was written to the scheme', () => {
    const notice = {
      ...{ windowFrom: window.from, windowUntil: window.until, noticeReason: null, notifiedAt: null },
      ...{
        lateReasons: 'Shouted at.',
        plannedAt: new Date('2026-02-20'),
        postponedUntil: null,
        refusalNote: 'Shouted at.',
        abortNote: 'Shouted at.',
        abortReason: null,
        ...{ cancelCause: null, cancelNote: null },
      },
      ...{ followUpNote: 'Suspended.', abandonedAt: null, asked: undefined, clocks: { consequenceDays: 5 } },
    };
    expect(JSON.stringify(shownTo('recruiter', 'aborted', notice))).not.toMatch(/Shouted|Suspended/);
    expect(shownTo('recruiter', 'planned', notice)).toMatchObject({
      windowFrom: null,
      windowUntil: null,
      lateReasons: null,
    });
    const earlier = { ...notice, notifiedAt: new Date('2026-02-02') };
    expect(shownTo('recruiter', 'cancelled', earlier)).toMatchObject({ windowFrom: null });
    const since = { ...notice, notifiedAt: notice.plannedAt };
    expect(shownTo('recruiter', 'cancelled', since)).toMatchObject({ windowFrom: window.from });
    const off = { ...notice, cancelCause: 'body' as const, cancelNote: 'Our auditor is ill.' };
    expect(shownTo('recruiter', 'cancelled', off)).toMatchObject({ cancelNote: 'Our auditor is ill.' });
    expect(shownTo('officer', 'aborted', notice)).toMatchObject({ abortNote: 'Shouted at.' });
  });
});

test('who asks for a postponement and who answers', () => {
  const recruiter = { kind: 'recruiter', accountId: 'r', organisationId: 'o' } as const;
  const lead = { kind: 'auditor', accountId: 'lead', organisationId: 'b' } as const;
  expect(mayPostpone(notified, recruiter, undefined)).toBe('ask');
  expect(mayPostpone(notified, recruiter, { outcome: 'declined' })).toBeUndefined();
  expect(mayPostpone(notified, lead, { outcome: null })).toBe('answer');
  expect(mayPostpone(notified, lead, undefined)).toBeUndefined();
  expect(mayPostpone(postponed, recruiter, undefined)).toBeUndefined();
});

test.each([
  ['team_assigned', 'announced', false, 'Plan'],
  ['planned', 'announced', false, 'Notify'],
  ['planned', 'unannounced', false, 'Start'],
  ['notified', 'announced', true, 'Answer'],
  ['notified', 'announced', false, 'Start'],
  ['postponed', 'announced', false, 'Plan'],
  ['closed', 'announced', false, undefined],
])('the task of the lead in %s, %s, wish %s', (state, noticeType, wished, action) => {
  const task = planningTask({
    state,
    stage: 'stage 1',
    startsOn: null,
    noticeType,
    postponedUntil: null,
    wished,
  });
  expect(task?.[3]).toBe(action);
});

describe('forms', () => {
  const form = {
    noticeType: 'semi_announced',
    startsOn: '2026-03-15',
    endsOn: '2026-03-17',
    plan: 'Head office, branch and workers.',
  };
  test('a semi-announced audit asks for its window, others forget one', () => {
    expect(planForm.safeParse({ ...form, windowFrom: '' }).error?.issues.map(({ path }) => path)).toEqual([
      ['windowFrom'],
      ['windowUntil'],
    ]);
    const whole = { ...form, windowFrom: window.from, windowUntil: window.until };
    expect(windowOf(planForm.parse(whole))).toEqual(window);
    expect(windowOf(planForm.parse({ ...whole, noticeType: 'announced' }))).toBeNull();
    expect(
      savedPlan({ ...days }, { windowFrom: null, windowUntil: null, lateReasons: null }, noticeTypes),
    ).toMatchObject({
      windowFrom: '',
    });
  });
  test('a reason for short notice is none, or one that says something', () => {
    expect(notifyForm.parse({}).reason).toBe('');
    expect(notifyForm.safeParse({ reason: 'soon' }).success).toBe(false);
    expect(abortForm.safeParse({ reason: 'weather', note: 'x' }).success).toBe(false);
  });
});
