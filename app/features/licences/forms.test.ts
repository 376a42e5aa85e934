import { expect, test } from 'vitest';

import { confirmForm, declareForm, reinstateForm, renewForm, revokeForm, suspendForm } from './forms.ts';

const whole = { authority: 'Foreign Employment', country: 'NP', number: ' 12/34 ', validUntil: '2030-12-31' };
const fails = (part: Record<string, unknown>) =>
  declareForm.safeParse({ ...whole, ...part }).error?.issues.map(({ path }) => path.join('.'));

test('a licence as printed is taken, its number without spaces around it', () => {
  expect(declareForm.parse(whole)).toMatchObject({ number: '12/34' });
});

test.each([
  [{ authority: '' }, 'authority'],
  [{ authority: 'x'.repeat(301) }, 'authority'],
  [{ country: 'XX' }, 'country'],
  [{ number: '   ' }, 'number'],
  [{ validUntil: '31.12.2030' }, 'validUntil'],
  [{ validUntil: '2030-02-30' }, 'validUntil'],
  [{ issuedOn: '2031-01-01' }, 'validUntil'],
  [{ registerUrl: 'javascript:alert(1)' }, 'registerUrl'],
  [{ registerUrl: 'register.example' }, 'registerUrl'],
])('%j is said to be wrong at %s', (part, field) => {
  expect(fails(part)).toEqual([field]);
});

test('every decision has its words', () => {
  const note = 'Seen on the register of the authority.';
  expect(confirmForm.safeParse({ note: 'short' }).success).toBe(false);
  expect(confirmForm.safeParse({ note }).success).toBe(true);
  expect(reinstateForm.safeParse({}).success).toBe(false);
  expect(renewForm.safeParse({ validUntil: 'tomorrow' }).success).toBe(false);
  expect(suspendForm.safeParse({ reasonClass: 'fraud', note }).success).toBe(false);
  expect(suspendForm.safeParse({ reasonClass: 'fees_charged', note }).success).toBe(true);
  expect(revokeForm.safeParse({ reasonClass: 'fraud', note }).success).toBe(true);
});
