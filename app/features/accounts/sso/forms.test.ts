import { describe, expect, test } from 'vitest';

import { confirmDomainForm, domainForm, nothingForm, providerForm, signOnForm } from './forms.ts';

describe('a domain as people type it', () => {
  test.each([
    ['himal.example', 'himal.example'],
    ['  Himal.EXAMPLE ', 'himal.example'],
    ['mina@himal.example', 'himal.example'],
    ['@himal.example.', 'himal.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%s', (typed, domain) => {
    expect(domainForm.parse({ domain: typed })).toEqual({ domain });
  });

  test.each([
    '',
    'himal',
    'https://himal.example',
    'himal.example/x',
    'himal.example:80',
    '127.0.0.1',
    '-a.example',
    'a..example',
    'a_b.example',
    'a b.example',
    `${'a'.repeat(64)}.example`,
    'x'.repeat(5000),
    '*.example.org',
  ])('is no domain: %s', (typed) => {
    expect(domainForm.safeParse({ domain: typed }).success).toBe(false);
  });
});

test.each([
  ['https://login.himal.example', true],
  ['https://login.himal.example/tenant/v2.0', true],
  ['http://127.0.0.1:9', true],
  ['login.himal.example', false],
  ['javascript:alert(1)', false],
  ['https://user@login.himal.example', false],
  ['https://login.himal.example?a=1', false],
  ['https://login.himal.example/ x', false],
  ['https://', false],
])('an issuer is an address without more: %s', (issuer, fits) => {
  expect(providerForm.safeParse({ issuer, clientId: 'fairroute' }).success).toBe(fits);
});

test('what is missing is said', () => {
  for (const form of [domainForm, confirmDomainForm, providerForm, signOnForm])
    expect(form.safeParse({}).success).toBe(false);
  expect(nothingForm.parse({})).toEqual({});
  expect(confirmDomainForm.safeParse({ note: 'too short' }).success).toBe(false);
});
