import { describe, expect, test } from 'vitest';

import { noticeTypes, type Audit, type Planned } from '../../model.ts';
import { itemsOf, itineraryForm } from './forms.ts';
import { beginWith } from './lines.ts';
import { isTold, itemsTold, type Item } from './model.ts';
import { fitsPlan, writeItinerary } from './rules.ts';

const member = (accountId: string, role: 'lead_auditor' | 'auditor') => ({
  ...{ accountId, role, name: accountId, conflicted: false, tied: false },
});
const [lead, colleague] = ['5f0c8a52-0000-4000-8000-000000000001', '5f0c8a52-0000-4000-8000-000000000002'];
const known = {
  ...{ id: 'a', reference: 'AU-1', applicationId: 'p', certificateId: null, organisationId: 'r' },
  ...{ auditBodyId: 'b', schemeVersionId: 'v' },
  type: 'stage2' as const,
  team: [member(lead, 'lead_auditor'), member(colleague, 'auditor')],
};
const days = {
  noticeType: 'announced',
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
  plan: 'The plan',
} as const;
const planned: Planned = { ...known, ...days, state: 'planned' };

const item: Item = {
  ...{ day: '2026-03-10', from: '09:00', to: '10:00', activity: 'opening_meeting', place: 'Head office' },
  ...{ note: '', auditors: [lead], auditees: ['director'], told: 'recruiter' },
};
const no = (refusal: string) => ({ ok: false, refusal });

describe('an itinerary', () => {
  test('is sorted by day and time', () => {
    const later = { ...item, from: '10:00', to: '11:00' };
    const next = { ...item, day: '2026-03-11' };
    expect(writeItinerary(planned, [next, later, item])).toEqual({ ok: true, value: [item, later, next] });
  });

  test.each([
    ['before the first day', { day: '2026-03-09' }, 'itinerary_outside_days'],
    ['after the last day', { day: '2026-03-13' }, 'itinerary_outside_days'],
    ['of somebody else', { auditors: ['stranger'] }, 'itinerary_of_others'],
    ['of nobody', { auditors: [] }, 'nobody_of_the_team'],
    ['that ends when it begins', { to: '09:00' }, 'ends_before_it_begins'],
  ])('has no line %s', (_why, change, refusal) => {
    expect(writeItinerary(planned, [{ ...item, ...change }])).toEqual(no(refusal));
  });

  test.each([
    ['one goes on while the other begins', { from: '09:59', to: '11:00' }, false],
    ['one lies in the other', { from: '09:10', to: '09:20' }, false],
    ['one begins when the other ends', { from: '10:00', to: '11:00' }, true],
    ['they are on other days', { day: '2026-03-11' }, true],
    ['they are others’', { auditors: [colleague] }, true],
  ])('lets one person be at two lines where %s: %#', (_where, change, may) => {
    const outcome = writeItinerary(planned, [item, { ...item, ...change }]);
    expect(outcome.ok || outcome.refusal).toBe(may || 'auditor_in_two_places');
  });

  const others: readonly Audit[] = [
    { ...known, state: 'team_assigned' },
    { ...known, state: 'cancelled', cancelCause: 'body' },
    { ...known, ...days, state: 'notified' },
    { ...known, ...days, state: 'in_progress' },
    { ...known, ...days, state: 'postponed', postponedUntil: '2026-05-14' },
  ];
  test.each(others)('is not written, and asked for nothing, when the audit is $state', (audit) => {
    expect(writeItinerary(audit, [item])).toEqual(no(`audit_is_${audit.state}`));
    expect(fitsPlan(audit, [item])).toEqual(no(`audit_is_${audit.state}`));
  });

  test('fits its plan no more when days or team have changed', () => {
    expect(fitsPlan(planned, [item])).toMatchObject({ ok: true });
    expect(fitsPlan({ ...planned, startsOn: '2026-03-11' }, [item])).toEqual(no('itinerary_outside_days'));
    expect(fitsPlan({ ...planned, team: [] }, [item])).toEqual(no('itinerary_of_others'));
  });
});

describe('what is told', () => {
  const at = new Date('2026-03-01T09:00:00Z');
  const later = new Date('2026-03-02T09:00:00Z');
  const told = {
    state: 'notified',
    noticeType: 'announced',
    plannedAt: at,
    notifiedAt: later,
    startedAt: null,
    writtenAt: at,
  };

  test.each([
    ['announced, with its notice', {}, true],
    ['announced, before its notice', { state: 'planned', notifiedAt: null }, false],
    ['announced and postponed', { state: 'postponed' }, false],
    ['planned anew after a postponement', { state: 'planned', writtenAt: at }, false],
    [
      'written after the notice, and cancelled',
      { state: 'cancelled', notifiedAt: at, writtenAt: later },
      false,
    ],
    [
      'planned anew after its notice, and cancelled',
      { state: 'cancelled', plannedAt: new Date('2026-03-03T09:00:00Z') },
      false,
    ],
    ['semi-announced, with its notice', { noticeType: 'semi_announced' }, false],
    ['semi-announced, begun', { noticeType: 'semi_announced', state: 'in_progress', startedAt: later }, true],
    ['unannounced', { noticeType: 'unannounced', state: 'planned', notifiedAt: null }, false],
    ['unannounced, begun', { noticeType: 'unannounced', notifiedAt: null, startedAt: later }, true],
  ])('of an audit that is %s', (_which, change, is) => {
    expect(isTold({ ...told, ...change })).toBe(is);
  });

  test.each(noticeTypes)(
    'by the notice of an audit that is %s leaves out what the team keeps',
    (noticeType) => {
      const items = [item, { ...item, told: 'team' as const }];
      expect(itemsTold(noticeType, items)).toEqual(noticeType === 'announced' ? [item] : []);
    },
  );
});

describe('the form', () => {
  const sent = { ...item, auditors: [lead, lead], note: undefined, teamAlone: 'on' };

  test('means what its boxes say', () => {
    const form = itineraryForm.parse({ items: [sent] });
    expect(itemsOf(form)).toEqual([{ ...item, told: 'team' }]);
  });

  test.each([
    ['no line', { items: [] }, 'Write one line at least'],
    ['no day', { items: [{ ...sent, day: undefined }] }, 'Enter the day'],
    ['a time nobody knows', { items: [{ ...sent, to: '25:00' }] }, 'Enter when it ends, such as 11:00'],
    ['an end before its beginning', { items: [{ ...sent, to: '08:00' }] }, 'This ends before it begins'],
    ['nobody of the team', { items: [{ ...sent, auditors: undefined }] }, 'Choose who of the team is there'],
    ['something else, unsaid', { items: [{ ...sent, activity: 'other' }] }, 'Say what is done there'],
    ['a person instead of a role', { items: [{ ...sent, auditees: ['Mina Rai'] }] }, 'Choose from the list'],
    ['sixty-one lines', { items: Array.from({ length: 61 }, () => sent) }, 'Write 60 lines at most'],
  ])('asks again after %s', (_what, form, message) => {
    const read = itineraryForm.safeParse(form);
    expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
  });

  const plan = { ...days, team: known.team, places: ['12 Hill Road'] };

  test('begins with two meetings of everybody', () => {
    expect(beginWith(plan, [])).toMatchObject([
      { day: '2026-03-10', activity: 'opening_meeting', place: '12 Hill Road', auditors: [lead, colleague] },
      { day: '2026-03-12', activity: 'closing_meeting' },
    ]);
  });

  test('begins with what was written, moved to other days and without who has left', () => {
    const items: Item[] = [item, { ...item, day: '2026-03-12', told: 'team', auditors: [lead, 'gone'] }];
    expect(beginWith(plan, items).map(({ day }) => day)).toEqual(['2026-03-10', '2026-03-12']);
    const april = { ...plan, startsOn: '2026-04-01', endsOn: '2026-04-03' };
    expect(beginWith(april, items)).toMatchObject([
      { day: '2026-04-01', auditors: [lead] },
      { day: '2026-04-03', auditors: [lead], teamAlone: 'on' },
    ]);
  });
});
