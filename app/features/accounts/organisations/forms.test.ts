import { expect, test } from 'vitest';

import { parseForm } from '#app/platform/form.server.ts';

import { adviceForm, foundForm, inviteForm, joinForm } from './forms.ts';

const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

const invitation = { email: ' Nina@Example.org ', role: 'auditor' };

test('an invitation is for one address in lower case, as an owner only when that is ticked', () => {
  expect(parseForm(sent(invitation), inviteForm)).toMatchObject({
    value: { email: 'nina@example.org', role: 'auditor', asOwner: false },
  });
  expect(parseForm(sent({ ...invitation, asOwner: 'on' }), inviteForm)).toMatchObject({
    value: { asOwner: true },
  });
});

test.each([
  ['nothing', {}, inviteForm],
  ['no address', { ...invitation, email: 'nina' }, inviteForm],
  ['two addresses', { ...invitation, email: 'a@b.example,c@d.example' }, inviteForm],
  ['a line break in it', { ...invitation, email: 'a@b.example\nBcc: c@d.example' }, inviteForm],
  ['an address without end', { ...invitation, email: `${'a'.repeat(300)}@b.example` }, inviteForm],
  ['a role without end', { ...invitation, role: 'x'.repeat(41) }, inviteForm],
  ['a box that says something else', { ...invitation, asOwner: 'yes' }, inviteForm],
  ['a name of one letter', { name: 'X', password: 'a long enough password' }, joinForm],
  ['a password without end', { name: 'Nina', password: 'x'.repeat(1001) }, joinForm],
  ['a recruiter, which signs up by itself', { kind: 'recruiter', name: 'X Ltd', country: 'NP' }, foundForm],
  ['a country that is none', { kind: 'company', name: 'X Ltd', country: 'XX', ...invitation }, foundForm],
  ['a day that is none', { recruiter: 'Himal', kind: 'advice', givenOn: '2026-02-30' }, adviceForm],
])('%s is not taken', (_what, fields, form) => {
  expect(parseForm(sent(fields), form)).toMatchObject({ ok: false });
});
