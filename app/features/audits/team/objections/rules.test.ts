import { describe, expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState, type Member } from '../../model.ts';
import { answer, object } from './rules.ts';

const lead: Member = { accountId: 'lead', name: 'Anjali Rao', role: 'lead_auditor', conflicted: false };
const second: Member = { accountId: 'second', name: 'Bo Ek', role: 'auditor', conflicted: false };
const known = {
  id: 'audit',
  reference: 'AUD-00001',
  type: 'stage1' as const,
  applicationId: 'application',
  certificateId: null,
  organisationId: 'agency',
  auditBodyId: 'body',
  schemeVersionId: 'version',
  team: [lead, second],
};
const arranged = { ...known, startsOn: '2026-03-15', endsOn: '2026-03-16', plan: 'Head office.' };
const notified: Audit = { ...arranged, state: 'notified', noticeType: 'announced' };
const none: readonly string[] = [];
const objecting = {
  ...{ accountId: 'second', toldOn: '2026-03-01', today: '2026-03-06', objectionDays: 5 },
  earlier: none,
};

/** Only the states that a rule asks for by name have to be whole. */
const inState = (state: AuditState): Audit =>
  state === 'planned' || state === 'notified'
    ? { ...arranged, state, noticeType: 'announced' }
    : state === 'postponed'
      ? { ...arranged, state, noticeType: 'announced', postponedUntil: '2026-05-01' }
      : { ...known, state: 'cancelled', cancelCause: 'body' };

describe('objecting', () => {
  test.each([
    ['on the last day', notified, {}, 'objected'],
    ['a day later', notified, { today: '2026-03-07' }, 'objection_too_late'],
    ['to somebody else', notified, { accountId: 'stranger' }, 'not_on_team'],
    ['twice', notified, { earlier: ['second'] }, 'already_objected'],
    ['to an unannounced one', { ...notified, noticeType: 'unannounced' as const }, {}, 'unannounced'],
  ])('%s', (_, audit, change, outcome) => {
    const answered = object(audit, { ...objecting, ...change });
    expect(answered.ok ? 'objected' : answered.refusal).toBe(outcome);
    if (answered.ok) expect(answered.value).toEqual({ member: second, answerBy: '2026-03-11' });
  });

  test.each(auditStates)('in state %s', (state) => {
    const answered = object(inState(state), objecting);
    expect(answered.ok).toBe(state === 'planned' || state === 'notified');
  });
});

describe('answering', () => {
  const free = { successor: undefined, by: 'reviewer', tied: false, approved: true };
  const upheld = { ...free, outcome: 'upheld' as const };
  test.each([
    ['upheld, of one among others', 'second', upheld, second],
    ['upheld, of the lead, with a successor', 'lead', { ...upheld, successor: 'third' }, lead],
    ['upheld, of the lead, without', 'lead', upheld, 'successor_missing'],
    [
      'upheld, with a successor who is there',
      'lead',
      { ...upheld, successor: 'second' },
      'successor_on_team',
    ],
    ['upheld, of nobody', 'stranger', upheld, 'not_on_team'],
    ['by one of the team', 'second', { ...upheld, by: 'lead' }, 'on_team'],
    ['by somebody who is tied', 'second', { ...upheld, tied: true }, 'answerer_tied'],
    [
      'by somebody who is tied, who only dismisses',
      'second',
      { ...upheld, outcome: 'dismissed' as const, tied: true },
      'answerer_tied',
    ],
    [
      'by a reviewer whom the scheme approves no more',
      'second',
      { ...upheld, outcome: 'dismissed' as const, approved: false },
      'reviewer_not_approved',
    ],
    ['dismissed', 'second', { ...upheld, outcome: 'dismissed' as const }, undefined],
  ])('%s', (_, whom, answering, outcome) => {
    const answered = answer(notified, whom, answering);
    expect(answered.ok ? answered.value.leaves : answered.refusal).toEqual(outcome);
  });

  test('the last of a team leaves only to a successor', () => {
    const alone: Audit = { ...arranged, state: 'notified', noticeType: 'announced', team: [second] };
    expect(answer(alone, 'second', upheld)).toEqual({ ok: false, refusal: 'successor_missing' });
  });

  test.each(auditStates)('upheld in state %s', (state) => {
    const open = ['planned', 'notified', 'postponed'].includes(state);
    expect(answer(inState(state), 'second', upheld).ok).toBe(open);
  });
});
