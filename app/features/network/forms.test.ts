import { expect, test } from 'vitest';

import { addForm, authoriseForm, changeForm, detailsForm, endForm, takeForm } from './forms.ts';

const whole = {
  ...{ kind: 'sub_agent', form: 'registered', name: ' Gandaki ', country: 'NP', place: 'Pokhara' },
  ...{ registrationNumber: 'S-1', phones: '9841234567; +977 9841234567\n९८४१२३४५६८' },
};
const wrong = (part: Record<string, unknown>) => [
  ...new Set(detailsForm.safeParse({ ...whole, ...part }).error?.issues.map(({ path }) => path.join('.'))),
];

test('numbers come in E.164, each once; what is left empty is nothing', () => {
  expect(detailsForm.parse(whole)).toMatchObject({
    name: 'Gandaki',
    phones: ['+9779841234567', '+9779841234568'],
    nameLocal: null,
    parentId: null,
  });
});

test.each([
  [{ kind: 'friend' }, 'kind'],
  [{ form: 'unknown' }, 'form'],
  [{ kind: 'partner_agency', form: 'individual' }, 'form'],
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(301) }, 'name'],
  [{ country: 'Nepal' }, 'country'],
  [{ registrationNumber: undefined }, 'registrationNumber'],
  [{ phones: '12' }, 'phones'],
  [{ phones: Array.from({ length: 11 }, (_, last) => `98412345${last + 10}`).join('\n') }, 'phones'],
  [{ phones: '9'.repeat(2000) }, 'phones'],
  [{ since: 'yesterday' }, 'since'],
  [{ parentId: 'x' }, 'parentId'],
  [{ kind: 'clinic', parentId: crypto.randomUUID() }, 'parentId'],
])('%j is said to be wrong at %s', (part, field) => {
  expect(wrong(part)).toEqual([field]);
});

test('an individual needs no number, and an employer none either', () => {
  expect(wrong({ form: 'individual', registrationNumber: undefined })).toEqual([]);
  expect(wrong({ kind: 'employer', registrationNumber: undefined })).toEqual([]);
});

test('saving all the same is said, and a change says what it saw', () => {
  expect(addForm.parse(whole).anyway).toBe(false);
  expect(addForm.parse({ ...whole, anyway: 'yes' }).anyway).toBe(true);
  expect(changeForm.safeParse(whole).success).toBe(false);
  expect(changeForm.parse({ ...whole, revision: 2 }).revision).toBe(2);
});

test('the short forms', () => {
  expect(authoriseForm.safeParse({ phones: [] }).success).toBe(false);
  expect(authoriseForm.safeParse({ phones: ['123'] }).success).toBe(false);
  expect(endForm.safeParse({ endedOn: '2026-02-30' }).success).toBe(false);
  expect(takeForm.safeParse({}).success).toBe(false);
});
