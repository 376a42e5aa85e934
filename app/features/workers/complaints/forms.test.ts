import { expect, test } from 'vitest';

import { reportForm, returnForm, sectionForms } from './forms.ts';
import { numberIn, passphraseIn } from './code/passphrase.server.ts';
import { inFours } from './code/shown.ts';

const id = '6f9619ff-8b86-4011-b42d-00c04fc964ff';

test('a first page needs what happened, and nothing else', () => {
  expect(reportForm.parse({ id, happened: ' They took money ' })).toEqual({
    ...{ id, happened: 'They took money', whom: '', danger: false, child: false },
  });
  expect(reportForm.parse({ id, happened: 'x', danger: 'yes', child: 'on' })).toMatchObject({
    ...{ danger: true, child: true },
  });
  const messages = (form: object) => reportForm.safeParse(form).error?.issues.map(({ message }) => message);
  expect(messages({ id, happened: '   ' })).toEqual(['empty']);
  expect(messages({ id, happened: 'x'.repeat(8001) })).toEqual(['too_long']);
  expect(reportForm.safeParse({ id: 'no', happened: 'x' }).success).toBe(false);
});

test('a section is read whether one thing, several or nothing was ticked', () => {
  expect(sectionForms.outcome.parse({ wanted: 'money_back' })).toEqual({ wanted: ['money_back'], other: '' });
  expect(sectionForms.consents.parse({ parties: ['recruiter', 'statistics'] })).toEqual({
    parties: ['recruiter', 'statistics'],
  });
  expect(sectionForms.consents.parse({})).toEqual({ parties: [] });
  expect(sectionForms.consents.safeParse({ parties: 'everybody' }).success).toBe(false);
  const { lines } = sectionForms.payments.parse({
    category0: 'COST_MEDICAL',
    amount0: '500',
    category1: 'x',
  });
  expect(lines[0]).toEqual({ category: 'COST_MEDICAL', amount: '500', currency: '', to: '' });
  expect(lines[1]?.category).toBe('');
  expect(lines).toHaveLength(5);
});

test('number and code are read as people type them, in the digits of any script', () => {
  expect(returnForm.parse({})).toEqual({ number: '', code: '' });
  expect(numberIn(' 1234 5678')).toBe('1234-5678');
  expect(numberIn('১২৩৪-৫৬৭৮')).toBe('1234-5678');
  expect(numberIn('123')).toBe('');
  expect(passphraseIn('٤٨٢١ ٧٧٣٠ ٠٠٠٠ ١١١١')).toBe('4821773000001111');
  expect(passphraseIn('4821-7730')).toBe('');
  expect(inFours('4821773000001111')).toBe('4821 7730 0000 1111');
});
