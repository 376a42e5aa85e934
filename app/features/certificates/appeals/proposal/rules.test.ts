import { describe, expect, test } from 'vitest';

import type { Appeal } from '../model.ts';
import type { Person } from '../rules.ts';
import { confirm, propose, sendBack, type Proposal } from './rules.ts';

const appeal: Appeal = {
  ...{ against: 'suspended', acknowledged: true, stay: null, outcome: null },
  ...{ acknowledgeBy: '2026-03-06', dueOn: '2026-04-30' },
};
const free: Person = { bar: null, declared: true };
const open: Proposal = {
  ...{ round: 1, outcome: 'upheld', by: 'ines', bar: null },
  reasons: 'The receipts do name another agency.',
};
const second = { accountId: 'luca', round: 1 };
const no = (refusal: string) => ({ ok: false, refusal });

describe('an outcome is proposed', () => {
  test('by somebody who had no part in it, one at a time', () => {
    expect(propose(appeal, free, undefined)).toEqual({ ok: true, value: { proposed: true } });
    expect(propose(appeal, free, open)).toEqual(no('proposal_waits'));
    expect(propose(appeal, { bar: 'tied', declared: true }, undefined)).toEqual(no('tied'));
    expect(propose(appeal, { bar: null, declared: false }, undefined)).toEqual(no('declare_first'));
    expect(propose({ ...appeal, outcome: 'dismissed' }, free, undefined)).toEqual(no('appeal_decided'));
  });
});

describe.each([
  ['confirmed', confirm],
  ['sent back', sendBack],
] as const)('a proposal is %s', (_name, answer) => {
  test('by another person, of the round they read', () => {
    expect(answer(appeal, free, open, second)).toEqual({ ok: true, value: open });
    expect(answer(appeal, free, open, { ...second, accountId: 'ines' })).toEqual(no('own_proposal'));
    expect(answer(appeal, free, open, { ...second, round: 2 })).toEqual(no('another_proposal'));
    expect(answer(appeal, free, undefined, second)).toEqual(no('no_proposal'));
  });

  test('by nobody who had a part in it, or has not declared, and not twice', () => {
    expect(answer(appeal, { bar: 'audited_by_you', declared: true }, open, second)).toEqual(
      no('audited_by_you'),
    );
    expect(answer(appeal, { bar: null, declared: false }, open, second)).toEqual(no('declare_first'));
    expect(answer({ ...appeal, outcome: 'upheld' }, free, open, second)).toEqual(no('appeal_decided'));
  });
});

test('what somebody proposed who is tied by now is sent back, never confirmed', () => {
  const tied = { ...open, bar: 'tied' };
  expect(confirm(appeal, free, tied, second)).toEqual(no('proposer_not_free'));
  expect(sendBack(appeal, free, tied, second)).toEqual({ ok: true, value: tied });
});
