import { expect, test } from 'vitest';

import { documentForm, versionForm } from './forms.ts';

const whole = { kind: 'policy', title: ' Fee policy ', evidenceOn: '2026-02-01' };

test('a document has a kind, a name and a day', () => {
  expect(documentForm.parse(whole)).toEqual({ ...whole, title: 'Fee policy' });
  expect(versionForm.parse({ evidenceOn: '2026-02-01', validUntil: '2027-02-01' })).toEqual({
    evidenceOn: '2026-02-01',
    validUntil: '2027-02-01',
  });
});

test.each([
  [{ ...whole, kind: 'virus' }, 'kind'],
  [{ ...whole, title: '  a ' }, 'title'],
  [{ ...whole, title: 'x'.repeat(201) }, 'title'],
  [{ ...whole, evidenceOn: '2026-02-30' }, 'evidenceOn'],
  [{ ...whole, evidenceOn: undefined }, 'evidenceOn'],
  [{ ...whole, validUntil: 'soon' }, 'validUntil'],
])('%o is sent back for its %s', (form, field) => {
  expect(documentForm.safeParse(form).error?.issues[0]?.path).toEqual([field]);
});
