import { expect, test } from 'vitest';

import type { Certificate } from '../model.ts';
import { changeForm } from './forms.ts';
import { changeKinds, changeNames } from './model.ts';
import { report } from './rules.ts';

const known = {
  ...{ id: 'c1', number: 'ERC-2026-00001', organisationId: 'o1', applicationId: 'a1' },
  validUntil: '2029-02-28',
  since: new Date('2026-03-01T09:00:00Z'),
};
const active: Certificate = { ...known, status: 'active' };
const said = (certificate: Certificate, changedOn: string, today = '2026-06-01') => {
  const outcome = report(certificate, changedOn, today);
  return outcome.ok ? 'told' : outcome.refusal;
};

test.each([
  ['2020-01-01', 'told'],
  ['2026-06-01', 'told'],
  ['2027-06-01', 'told'],
  ['2027-06-02', 'change_far'],
])('a change on %s is: %s', (day, outcome) => {
  expect(said(active, day)).toBe(outcome);
});

test('a certificate that stands is told of changes, suspended or not; one that has ended is not', () => {
  expect(said({ ...known, status: 'suspended', reasonClass: 'fees_charged' }, '2026-06-01')).toBe('told');
  expect(said({ ...known, status: 'active_under_watch', reasonClass: 'special_audit' }, '2026-06-01')).toBe(
    'told',
  );
  expect(said({ ...known, status: 'withdrawn', reasonClass: 'fraud' }, '2026-06-01')).toBe('withdrawn');
  expect(said({ ...known, status: 'superseded' }, '2026-06-01')).toBe('superseded');
  expect(said({ ...known, status: 'transferred' }, '2026-06-01')).toBe('transferred');
  expect(said(active, '2026-06-01', '2029-03-01')).toBe('expired');
});

test('every kind of change has its words, and a change is told in words', () => {
  expect(Object.keys(changeNames)).toEqual([...changeKinds]);
  const form = {
    id: crypto.randomUUID(),
    kind: 'ownership',
    changedOn: '2026-06-01',
    what: 'Sold to a family.',
  };
  expect(changeForm.safeParse(form).success).toBe(false);
  expect(changeForm.safeParse({ ...form, what: `${form.what} Nothing changes for workers.` }).success).toBe(
    true,
  );
});
