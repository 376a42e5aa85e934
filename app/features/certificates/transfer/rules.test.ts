import { describe, expect, test } from 'vitest';

import { isUnheld, moves, type Certificate } from '../model.ts';
import { accept, ask, declare, decline, read, type Answering } from './rules.ts';

const now = new Date('2026-06-01T09:00:00Z');
const today = '2026-06-01';
const known = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const certificates: Record<Certificate['status'], Certificate> = {
  active: { ...known, status: 'active' },
  active_under_watch: { ...known, status: 'active_under_watch', reasonClass: 'special_audit' },
  suspended: { ...known, status: 'suspended', reasonClass: 'levy_unpaid' },
  withdrawn: { ...known, status: 'withdrawn', reasonClass: 'fraud' },
  superseded: { ...known, status: 'superseded' },
  transferred: { ...known, status: 'transferred' },
};
const request = { id: 'r', state: 'requested', dueOn: '2026-06-30' };
const free: Answering = {
  ...{ certificate: certificates.active, request, tied: false, fits: true },
  ...{ advised: false, formerWork: false, approved: true, declared: true },
};

describe.for(Object.entries(certificates))('a certificate that is %s', ([status, certificate]) => {
  test('moves only when it counts', () => {
    const counts = status.startsWith('active');
    const refused = { ok: false, refusal: status };
    expect(ask({ certificate, open: undefined, fits: true, advised: false }, 30, now, today)).toEqual(
      counts ? { ok: true, value: '2026-07-01' } : refused,
    );
    expect(accept({ ...free, certificate }, now, today)).toMatchObject(
      counts ? { ok: true, value: { status: 'transferred', since: now } } : refused,
    );
  });
});

test('what is suspended for a surveillance that was not held moves, and nothing else that is suspended', () => {
  const unheld = { ...known, status: 'suspended', reasonClass: 'surveillance_not_held' } as const;
  const asking = { open: undefined, fits: true, advised: false };
  expect(ask({ ...asking, certificate: unheld }, 30, now, today)).toEqual({ ok: true, value: '2026-07-01' });
  expect(accept({ ...free, certificate: unheld }, now, today).ok).toBe(true);
  expect(moves(unheld) && isUnheld(unheld)).toBe(true);
  expect(moves(certificates.suspended) || isUnheld(certificates.suspended)).toBe(false);
});

test('one body is asked at a time, until its days are over', () => {
  const asking = { certificate: certificates.active, open: request, fits: true, advised: false };
  expect(ask(asking, 30, now, '2026-06-30')).toMatchObject({ refusal: 'already_asked' });
  expect(ask(asking, 30, now, '2026-07-01').ok).toBe(true);
  expect(ask({ ...asking, open: undefined, fits: false }, 30, now, today)).toMatchObject({
    refusal: 'body_not_approved',
  });
  expect(ask({ ...asking, open: undefined, advised: true }, 30, now, today)).toMatchObject({
    refusal: 'body_advised',
  });
});

test.for([
  [{ tied: true }, 'tied'],
  [{ approved: false }, 'reviewer_not_approved'],
  [{ declared: false }, 'declare_first'],
  [{ fits: false }, 'body_not_approved'],
  [{ advised: true }, 'body_advised'],
  [{ formerWork: true }, 'former_work_open'],
  [{ request: { ...request, dueOn: '2026-05-31' } }, 'review_over'],
  [{ request: { ...request, state: 'declined' } }, 'already_answered'],
] as const)('is not taken over: %j gives %s', ([change, refusal]) => {
  expect(accept({ ...free, ...change }, now, today)).toEqual({ ok: false, refusal });
});

test.for([
  [{ request: { ...request, state: 'lapsed' } }, 'already_answered'],
  [{ approved: false }, 'reviewer_not_approved'],
  [{ tied: true }, 'tied'],
  [{ declared: false }, 'declare_first'],
] as const)('nothing is read and nothing declined: %j gives %s', ([change, refusal]) => {
  expect(decline({ ...free, ...change })).toEqual({ ok: false, refusal });
  expect(read({ ...free, ...change }, today)).toEqual({ ok: false, refusal });
});

test('is read in its days, and declined after them too', () => {
  expect(read(free, '2026-06-30').ok).toBe(true);
  expect(read(free, '2026-07-01')).toEqual({ ok: false, refusal: 'review_over' });
  expect(decline(free).ok).toBe(true);
});

test('is declared for once, while it waits', () => {
  expect(declare({ request, declared: false }).ok).toBe(true);
  expect(declare({ request, declared: true })).toEqual({ ok: false, refusal: 'already_declared' });
  expect(declare({ request: { ...request, state: 'accepted' }, declared: false })).toEqual({
    ok: false,
    refusal: 'already_answered',
  });
});
