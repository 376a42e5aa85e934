import { describe, expect, test } from 'vitest';

import { reductionOf, scopeAfter, type Version } from './rules.ts';

const whole = { corridors: ['NP-QA', 'NP-AE', 'NP-MY'], sectors: ['F'], offices: ['Kathmandu', 'Pokhara'] };
const issued = { certificateId: 'c', version: 1, action: 'issued', appealId: null, ...whole };
const reduced: Version = { ...issued, version: 2, action: 'reduced', corridors: ['NP-AE', 'NP-MY'] };
const stayed: Version = { ...issued, version: 3, action: 'stayed', appealId: 'p' };
const next = (was: Version, change: Partial<Version>): Version => ({
  ...was,
  version: was.version + 1,
  appealId: null,
  ...change,
});

const after = (versions: Version[], to: 'stayed' | 'upheld' | 'dismissed', stay: 'granted' | null = null) => {
  const reduction = reductionOf(versions, { certificateId: 'c', version: 2 });
  if (!reduction) throw new Error('Nothing was reduced');
  return scopeAfter(reduction, { appealId: 'p', stay, to });
};
const is = (action: string, covered: object, changes = true) => ({
  ok: true,
  value: { action, covered, changes },
});
const same = { ok: true, value: undefined };

describe('a scope that was reduced', () => {
  const versions = [issued, reduced];

  test('stayed or upheld is as it was, in its old order; dismissed without a stay it stays reduced', () => {
    expect(after(versions, 'stayed')).toEqual(is('stayed', whole));
    expect(after(versions, 'upheld')).toEqual(is('returned', whole));
    expect(after(versions, 'dismissed')).toEqual(same);
  });

  test('keeps what came to it since', () => {
    const wider = next(reduced, { action: 'extended', corridors: [...reduced.corridors, 'NP-SG'] });
    const corridors = [...whole.corridors, 'NP-SG'];
    expect(after([...versions, wider], 'upheld')).toEqual(is('returned', { ...whole, corridors }));
  });

  test('does not get back what a later reduction took, against which stands an appeal of its own', () => {
    const back = next(reduced, { action: 'extended', corridors: whole.corridors });
    const again = next(back, { action: 'reduced', corridors: ['NP-MY'] });
    expect(after([...versions, back, again], 'stayed')).toEqual({ ok: false, refusal: 'nothing_to_stay' });
    expect(after([...versions, back, again], 'upheld')).toEqual(same);
  });
});

describe('a reduction that is stayed', () => {
  const versions = [issued, reduced, stayed];

  test('upheld, is over for good by a version that changes nothing', () => {
    expect(after(versions, 'upheld', 'granted')).toEqual(is('returned', whole, false));
  });

  test('dismissed, counts again, and leaves alone what else changed', () => {
    const { corridors, sectors, offices } = reduced;
    expect(after(versions, 'dismissed', 'granted')).toEqual(is('resumed', { corridors, sectors, offices }));
    const closed = next(stayed, { action: 'reduced', offices: ['Pokhara'] });
    expect(after([...versions, closed], 'dismissed', 'granted')).toEqual(
      is('resumed', { corridors, sectors, offices: ['Pokhara'] }),
    );
  });

  test('goes on in the certificate that takes its place', () => {
    const renewed = { ...stayed, certificateId: 'd', version: 1, action: 'issued', appealId: null };
    const { corridors, sectors, offices } = reduced;
    expect(after([...versions, renewed], 'dismissed', 'granted')).toEqual(
      is('resumed', { corridors, sectors, offices }),
    );
    expect(after([...versions, renewed], 'upheld', 'granted')).toEqual(same);
  });

  test('is not dismissed where it would leave nothing', () => {
    const rest = next(stayed, { action: 'reduced', corridors: ['NP-QA'] });
    expect(after([...versions, rest], 'dismissed', 'granted')).toEqual({
      ok: false,
      refusal: 'nothing_left_after_stay',
    });
  });
});

test('the first version of a scope, or one there is not, reduced nothing', () => {
  expect(reductionOf([issued], { certificateId: 'c', version: 1 })).toBeUndefined();
  expect(reductionOf([issued, reduced], { certificateId: 'd', version: 2 })).toBeUndefined();
});
