import { expect, test } from 'vitest';

import { withdrawalReasons, type Withdrawn, type WithdrawalReason } from './model.ts';
import { isGraverEnd, reasonsToWithdraw, withdraw } from './rules.ts';

const since = new Date('2026-03-01T09:00:00Z');
const now = new Date('2026-04-01T09:00:00Z');
const ended = (reasonClass: WithdrawalReason): Withdrawn => ({
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since, status: 'withdrawn', reasonClass },
});

const proven: [WithdrawalReason, WithdrawalReason[]][] = [
  ['own_request', ['fraud', 'forced_labour', 'licence_revoked']],
  ['suspension_unresolved', ['fraud', 'forced_labour', 'licence_revoked']],
  ['late_corrective_action', ['fraud', 'forced_labour', 'licence_revoked']],
  ['licence_revoked', ['fraud', 'forced_labour']],
  ['forced_labour', ['fraud']],
  ['fraud', []],
];

test.each(proven)('what was withdrawn for %s may be given: %j', (reason, graver) => {
  expect(reasonsToWithdraw(ended(reason))).toEqual(graver);
  for (const other of withdrawalReasons) {
    expect(isGraverEnd(other, reason)).toBe(graver.includes(other));
    expect(withdraw(ended(reason), other, now)).toEqual(
      graver.includes(other) ? { ok: true, value: ended(other) } : { ok: false, refusal: 'withdrawn' },
    );
  }
});

test('what stands is withdrawn for any reason', () => {
  expect(reasonsToWithdraw({ status: 'active' })).toEqual(withdrawalReasons);
  expect(reasonsToWithdraw({ status: 'suspended', reasonClass: 'own_request' })).toEqual(withdrawalReasons);
});
