import { describe, expect, test } from 'vitest';

import { mostBytesOf, type Document } from './model.ts';
import { mayKeep } from './policy.ts';
import { dated, renew, serve, settleScan, withdraw } from './rules.ts';

const document: Document = {
  id: 'd',
  organisationId: 'o',
  kind: 'policy',
  subject: undefined,
  subjectOpen: true,
  withdrawn: false,
};
const refused = (refusal: string) => ({ ok: false, refusal });

describe('the days of a document', () => {
  test.each([
    ['of today', { evidenceOn: '2026-03-01' }],
    ['that ends the day it stands for', { evidenceOn: '2026-02-01', validUntil: '2026-02-01' }],
    ['that has ended', { evidenceOn: '2020-02-01', validUntil: '2021-02-01' }],
  ])('one %s is taken', (_which, dates) => {
    expect(dated(dates, '2026-03-01')).toEqual({ ok: true, value: dates });
  });

  test('evidence of a day that has not come is none', () => {
    expect(dated({ evidenceOn: '2026-03-02' }, '2026-03-01')).toEqual(refused('evidence_ahead'));
  });

  test('none ends before it begins', () => {
    const dates = { evidenceOn: '2026-02-02', validUntil: '2026-02-01' };
    expect(dated(dates, '2026-03-01')).toEqual(refused('ends_before_it_begins'));
  });
});

describe('a document', () => {
  test('gets a version that is new', () => {
    expect(renew(document, 'b', ['a'])).toEqual({ ok: true, value: document });
    expect(renew(document, 'a', ['a'])).toEqual(refused('same_file'));
  });

  test('that was withdrawn gets none, and is withdrawn once', () => {
    const withdrawn = { ...document, withdrawn: true };
    expect(withdraw(document)).toEqual({ ok: true, value: withdrawn });
    expect(renew(withdrawn, 'b', [])).toEqual(refused('already_withdrawn'));
    expect(withdraw(withdrawn)).toEqual(refused('already_withdrawn'));
  });

  test('of an application that was sent stands as sent', () => {
    const sent = { ...document, subjectOpen: false };
    expect(renew(sent, 'b', [])).toEqual(refused('already_sent'));
    expect(withdraw(sent)).toEqual(refused('already_sent'));
  });

  test('belongs to the people of its organisation', () => {
    const recruiter = { kind: 'recruiter', accountId: 'a', organisationId: 'o' } as const;
    expect(mayKeep(recruiter, 'o')).toBe(true);
    expect(mayKeep(recruiter, 'p')).toBe(false);
    expect(mayKeep({ ...recruiter, kind: 'officer' }, 'o')).toBe(false);
    expect(mayKeep({ kind: 'system' }, 'o')).toBe(false);
  });
});

describe('a scan', () => {
  test.each([
    ['clean', { ok: true, value: 'clean' }],
    ['unscanned', { ok: true, value: 'unscanned' }],
    ['quarantined', refused('quarantined')],
    ['infected', refused('infected')],
  ] as const)('that is %s decides whether the file is served', (scan, answer) => {
    expect(serve(scan)).toEqual(answer);
  });

  test('gives one verdict', () => {
    expect(settleScan('quarantined', 'infected')).toEqual({ ok: true, value: 'infected' });
    for (const scan of ['clean', 'infected', 'unscanned'] as const)
      expect(settleScan(scan, 'clean')).toEqual(refused('already_scanned'));
  });
});

test('records of pay may be large, everything else has its 25 MB', () => {
  expect(mostBytesOf('records')).toBe(200 * 1024 * 1024);
  for (const kind of ['policy', 'licence', 'nonsense', '']) expect(mostBytesOf(kind)).toBe(25 * 1024 * 1024);
});
