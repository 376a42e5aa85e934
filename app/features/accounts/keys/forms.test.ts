import { expect, test } from 'vitest';

import { makeKeyForm, replaceKeyForm } from './forms.ts';

const id = '7b1b0c9e-0000-4000-8000-000000000000';
const whole = { id, name: ' Portal ', scopes: ['register:read', 'register:read'] };

test('a name loses its blanks and a scope ticked twice counts once', () => {
  expect(makeKeyForm.parse(whole)).toEqual({ id, name: 'Portal', scopes: ['register:read'] });
});

test.each([
  ['nothing at all', {}],
  ['no name', { ...whole, name: '  ' }],
  ['a name of a page', { ...whole, name: 'x'.repeat(101) }],
  ['no scope', { ...whole, scopes: [] }],
  ['a scope nobody has', { ...whole, scopes: ['register:write'] }],
  ['an id that is none', { ...whole, id: '1' }],
])('%s is sent back', (_what, form) => {
  expect(makeKeyForm.safeParse(form).success).toBe(false);
});

test('an overlap is one of the list', () => {
  expect(replaceKeyForm.safeParse({ overlap: 'week' }).success).toBe(true);
  expect(replaceKeyForm.safeParse({ overlap: 'forever' }).success).toBe(false);
  expect(replaceKeyForm.safeParse({}).success).toBe(false);
});
