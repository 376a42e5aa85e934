import { describe, expect, test } from 'vitest';

import * as rules from './rules.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const owner = { membershipId: 'm1', accountId: 'a1', email: 'a@x.example', role: 'auditor', owner: true };
const second = { membershipId: 'm2', accountId: 'a2', email: 'b@x.example', role: 'auditor', owner: false };
const members = [owner, second];
const both = [owner, { ...second, owner: true }];
const body = { kind: 'audit_body', role: 'reviewer' } as const;

test.each([
  [[], 'scheme', true],
  [['scheme'], 'scheme', true],
  [['company', 'authority'], 'audit_body', true],
  [['scheme'], 'company', true],
  [['scheme'], 'audit_body', false],
  [['audit_body'], 'scheme', false],
  [['recruiter'], 'audit_body', false],
  [['company', 'audit_body'], 'recruiter', false],
])('whoever works in %j joins %s: %s', (held, kind, allowed) => {
  expect(rules.join(held, kind)).toEqual(allowed ? { ok: true, value: kind } : no('incompatible_roles'));
});

describe('an invitation', () => {
  test('is for a role of that kind of organisation, and not for somebody who has it', () => {
    expect(rules.invite(members, { ...body, email: 'b@x.example' })).toMatchObject({ ok: true });
    expect(rules.invite(members, { ...body, role: 'auditor', email: 'b@x.example' })).toEqual(
      no('already_member'),
    );
    expect(rules.invite(members, { ...body, role: 'officer', email: 'c@x.example' })).toEqual(
      no('role_does_not_fit'),
    );
  });

  test('opens once, in its time, and not after it was taken back', () => {
    const now = new Date('2026-03-01T09:00:00Z');
    const later = new Date('2026-03-02T09:00:00Z');
    const open = { acceptedAt: null, revokedAt: null, expiresAt: later };
    expect(rules.open(open, now)).toMatchObject({ ok: true });
    expect(rules.open({ ...open, acceptedAt: now }, now)).toEqual(no('used_link'));
    expect(rules.open({ ...open, revokedAt: now }, now)).toEqual(no('revoked_link'));
    expect(rules.open({ ...open, expiresAt: now }, now)).toEqual(no('expired_link'));
  });
});

describe('owners', () => {
  const asked = { membershipId: 'm2', by: 'a1' };
  const mine = { membershipId: 'm1', by: 'a1' };

  test('change another’s role, to one that fits and that they lack', () => {
    expect(rules.changeRole(members, asked, body)).toMatchObject({ ok: true, value: second });
    expect(rules.changeRole(members, asked, { ...body, role: 'auditor' })).toEqual(no('already_has_role'));
    expect(rules.changeRole(members, asked, { ...body, role: 'officer' })).toEqual(no('role_does_not_fit'));
    expect(rules.changeRole(members, mine, body)).toEqual(no('not_yourself'));
    expect(rules.changeRole(members, { ...asked, membershipId: 'x' }, body)).toEqual(no('not_found'));
  });

  test('remove another, but never the last owner', () => {
    expect(rules.remove(members, asked)).toMatchObject({ ok: true });
    expect(rules.remove(members, mine)).toEqual(no('not_yourself'));
    expect(rules.remove(members, { membershipId: 'm1', by: 'a2' })).toEqual(no('last_owner'));
    expect(rules.remove(both, { membershipId: 'm1', by: 'a2' })).toMatchObject({ ok: true });
  });

  test('share what they own, once with each', () => {
    expect(rules.makeOwner(members, 'm2')).toMatchObject({ ok: true, value: second });
    expect(rules.makeOwner(members, 'm1')).toEqual(no('already_owner'));
    expect(rules.makeOwner(members, 'x')).toEqual(no('not_found'));
    expect(rules.isOwner(members, 'a1')).toBe(true);
    expect(rules.isOwner(members, 'a2')).toBe(false);
  });

  test('give up or leave when somebody else owns it too', () => {
    expect(rules.giveUp(both, 'a1')).toMatchObject({ ok: true });
    expect(rules.giveUp(members, 'a1')).toEqual(no('last_owner'));
    expect(rules.giveUp(members, 'a2')).toEqual(no('not_an_owner'));
    expect(rules.leave(both, 'a1')).toMatchObject({ ok: true, value: [owner] });
    expect(rules.leave(members, 'a2')).toMatchObject({ ok: true });
    expect(rules.leave(members, 'a1')).toEqual(no('last_owner'));
    expect(rules.leave(members, 'a3')).toEqual(no('not_found'));
  });

  test('who does not own in one role may in another: both of their roles count', () => {
    const twice = [owner, { ...owner, membershipId: 'm3', role: 'reviewer', owner: false }];
    expect(rules.leave(twice, 'a1')).toEqual(no('last_owner'));
    expect(rules.leave([...twice, { ...second, owner: true }], 'a1')).toMatchObject({ value: twice });
  });

  test('are named by the scheme only where there is none', () => {
    expect(rules.reopen(members)).toEqual(no('has_owner'));
    expect(rules.reopen([])).toMatchObject({ ok: true });
  });
});

test.each([
  [[], '2026-03-01', true],
  [[], '2026-03-02', 'not_yet_given'],
  [['2024-03-01'], '2026-03-01', true],
  [['2024-03-02'], '2026-03-01', 'audited_recently'],
  [['2026-05-01'], '2026-03-01', 'audited_recently'],
])('after audits that ended on %j, advice of %s is recorded: %s', (audited, givenOn, answer) => {
  expect(rules.advise(audited, givenOn, '2026-03-01')).toEqual(
    answer === true ? { ok: true, value: givenOn } : no(String(answer)),
  );
});
