import { expect, test } from 'vitest';

import { whyNotHad } from './model.ts';
import { open, settleScan } from './rules.ts';

test('a file is had when it was looked at, or where nobody looks; the verdict is said once', () => {
  expect(open({ scan: 'clean' }).ok).toBe(true);
  expect(open({ scan: 'unscanned' }).ok).toBe(true);
  expect(open({ scan: 'quarantined' })).toEqual({ ok: false, refusal: 'file_being_checked' });
  expect(open({ scan: 'infected' })).toEqual({ ok: false, refusal: 'file_infected' });
  expect(settleScan({ scan: 'quarantined' }).ok).toBe(true);
  expect(settleScan({ scan: 'clean' })).toEqual({ ok: false, refusal: 'already_scanned' });
  expect(settleScan(undefined)).toEqual({ ok: false, refusal: 'already_scanned' });
  expect([whyNotHad('clean'), whyNotHad('infected')]).toEqual([undefined, 'Refused: a virus was found']);
});
