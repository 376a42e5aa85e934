import { describe, expect, test } from 'vitest';

import { addresses } from './addresses.ts';
import { addressOf, expected, gaps, judge, type Access, type Person } from './judge.ts';
import { matrix } from './matrix.ts';

const somebody = (part: Partial<Person>): Person => ({
  name: 'somebody',
  role: 'recruiter',
  accountId: '',
  side: 'own',
  owner: false,
  ...part,
});
const recruiter = somebody({ name: 'recruiter' });
const stranger = somebody({ name: 'otherRecruiter', side: 'other' });
const auditor = somebody({ name: 'auditor', role: 'auditor', owner: true });

const page: Access = { recruiter: [200, 400], strangers: [404, 404] };

describe('the table gives', () => {
  test.each<[string, Access, Person | undefined, 'GET' | 'POST', number]>([
    ['a role its page', page, recruiter, 'GET', 200],
    ['a role its form', page, recruiter, 'POST', 400],
    ['strangers of the role nothing', page, stranger, 'GET', 404],
    ['another role the door', page, auditor, 'GET', 403],
    ['nobody the sign-in page', page, undefined, 'POST', 302],
    ['a page without a form to no form', { anyone: [200] }, undefined, 'POST', 405],
    [
      'a reader of a page that takes forms no form',
      { recruiter: [200, 400], auditor: [200] },
      auditor,
      'POST',
      403,
    ],
    ['a person before their role', { recruiter: [302, 302], somebody: [200] }, somebody({}), 'GET', 200],
    ['owners theirs', { owner: [200] }, auditor, 'GET', 200],
    ['those who own nothing the door', { owner: [200] }, recruiter, 'GET', 403],
    ['everyone signed in theirs', { everyone: [200] }, stranger, 'GET', 200],
    ['nobody not that', { everyone: [200] }, undefined, 'GET', 302],
    ['anyone theirs, with a session', { anyone: [200] }, auditor, 'GET', 200],
    ['anyone theirs, without one', { anyone: [200] }, undefined, 'GET', 200],
  ])('%s', (...[, access, person, method, status]) => {
    expect(expected(access, { path: '/x', person, method }).status).toBe(status);
  });
});

/** A fake answer for every kind of hole: the judge must name each. */
describe('the judge says no to', () => {
  test.each<[string, Person | undefined, number, string | null]>([
    ['an opened page, seen by another role', auditor, 200, null],
    ['an opened page, seen by nobody', undefined, 200, null],
    ['a page that shows strangers what is not theirs', stranger, 200, null],
    ['a page that tells strangers there is something', stranger, 403, null],
    ['a page that is shut to its own people', recruiter, 403, null],
    ['a page that broke', recruiter, 500, null],
    ['a page that leads nobody somewhere else', undefined, 302, '/now'],
    ['a page that leads nobody out of the house', undefined, 302, 'https://evil.example/sign-in?next='],
  ])('%s', (_what, person, status, location) => {
    expect(judge(page, { path: '/x', person, method: 'GET' }, { status, location })).toContain('GET /x');
  });

  test('a form nobody said anything of', () => {
    const asked = { path: '/x', person: undefined, method: 'POST' } as const;
    const answered = { status: 302, location: '/sign-in?next=%2Fx' };
    expect(judge({ recruiter: [200] }, asked, answered)).toContain('405');
  });
});

test('the judge has nothing to say where all is as the table says', () => {
  const asked = { path: '/x', person: undefined, method: 'GET' } as const;
  expect(judge(page, asked, { status: 302, location: '/sign-in?next=%2Fx' })).toBeUndefined();
});

test('a page without an entry is named, and an entry without a page', () => {
  expect(gaps({ '/a': {}, '/b': {} }, ['/a', '/c'])).toEqual(['/c is not in the table', '/b has no page']);
});

test('every page of the route table has its entry', () => {
  expect(addresses().length).toBeGreaterThan(70);
  expect(gaps(matrix, addresses())).toEqual([]);
});

test('a name in an address is known by the word before it, or nobody’s', () => {
  const names = { 'findings/:id': '7', ':version': '1' };
  expect(addressOf('/findings/:id/plan', names)).toBe('/findings/7/plan');
  expect(addressOf('/files/documents/:id/:version', names)).toMatch(/^\/files\/documents\/[\da-f-]{36}\/1$/);
});
