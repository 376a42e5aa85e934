import { describe, expect, test } from 'vitest';

import type { Role, SignedIn } from '#app/platform/scope.ts';

import { mayConfirmDomain, mayManageSignOn } from './policy.ts';
import { claim, domainOf, owesSecondStep, provesDomain, recognise, type Known } from './rules.ts';

describe('a domain', () => {
  test.each([
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'outlook.fr',
    'hotmail.co.uk',
    'yahoo.co.in',
    'live.com',
    'icloud.com',
    'proton.me',
    'qq.com',
    'web.de',
    'mail.ru',
  ])('where anybody may have a mailbox is nobody’s: %s', (domain) => {
    expect(claim(domain)).toEqual({ ok: false, refusal: 'public_mailbox' });
  });

  test.each(['himal.example', 'mail.himal.example', 'live.example', 'yahoo-travel.com', 'gmail.himal.com'])(
    'of one’s own may be claimed: %s',
    (domain) => {
      expect(claim(domain)).toEqual({ ok: true, value: domain });
    },
  );

  test.each([
    ['mina@himal.example', 'himal.example'],
    ['Mina@HIMAL.example', 'himal.example'],
    ['"a@evil.example"@himal.example', 'himal.example'],
    ['mina@evil.example@himal.example', 'himal.example'],
  ])('is what stands after the last sign: %s', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  const claimed = { domain: 'himal.example', token: 'abc' };
  test.each([
    ['whole', [['fairroute-domain=abc']], true],
    ['in pieces, among others', [['v=spf1 -all'], ['fairroute-', 'domain=abc']], true],
    ['of another token', [['fairroute-domain=abd']], false],
    ['with more behind it', [['fairroute-domain=abcd']], false],
    ['not there', [], false],
  ])('is proven by a record %s: %s', (_how, texts, proven) => {
    expect(provesDomain(claimed, texts)).toBe(proven);
  });
});

const mina = { accountId: 'mina', email: 'mina@himal.example' };
const said = {
  issuer: 'https://login.himal.example',
  subject: '1',
  email: 'mina@himal.example',
  emailVerified: true,
};
const known: Known = {
  domains: ['himal.example'],
  linked: undefined,
  addressed: { ...mina, taken: false },
};

describe('somebody who comes back from a provider', () => {
  test('is linked the first time, by the address', () => {
    expect(recognise(said, known)).toEqual({ ok: true, value: { ...mina, taken: false, link: true } });
  });

  test('is known by the identity afterwards, whatever the address says and whoever else has it', () => {
    const somebody = { accountId: 'other', email: 'm.rai@himal.example', taken: false };
    const later = { ...said, email: 'm.rai@himal.example' };
    expect(recognise(later, { ...known, linked: mina, addressed: somebody })).toEqual({
      ok: true,
      value: { ...mina, link: false },
    });
  });

  test.each([
    ['no_address', { ...said, email: undefined }, known],
    ['address_not_verified', { ...said, emailVerified: false }, known],
    ['address_not_verified', { ...said, emailVerified: false }, { ...known, linked: mina }],
    ['foreign_domain', { ...said, email: 'mina@elsewhere.example' }, known],
    ['foreign_domain', { ...said, email: 'mina@sub.himal.example' }, known],
    ['foreign_domain', said, { ...known, domains: [] }],
    ['foreign_domain', said, { ...known, linked: { ...mina, email: 'mina@home.example' } }],
    ['not_invited', said, { ...known, addressed: undefined }],
    ['another_identity', said, { ...known, addressed: { ...mina, taken: true } }],
  ] as const)('is refused: %s', (refusal, identity, about) => {
    expect(recognise(identity, about)).toEqual({ ok: false, refusal });
  });
});

describe('a second step after the provider', () => {
  const here = (role: Role) => ({ role, organisationId: 'here' });
  const there = (role: Role) => ({ role, organisationId: 'there' });
  test.each([
    ['of a role that needs it', true, [here('officer')], true],
    ['of a role that may have it', true, [here('recruiter')], false],
    ['of somebody who also works elsewhere', true, [here('recruiter'), there('company')], true],
    ['of somebody without a factor', false, [here('officer'), there('company')], false],
  ])('%s', (_who, hasFactor, places, owes) => {
    expect(owesSecondStep({ hasFactor, places }, 'here')).toBe(owes);
  });
});

describe('who may', () => {
  const person = (kind: Role, owner?: boolean): SignedIn => ({
    kind,
    accountId: 'me',
    organisationId: 'here',
    ...(owner !== undefined && { owner }),
  });

  test('owners manage sign-on, others do not', () => {
    expect(mayManageSignOn(person('recruiter', true))).toBe(true);
    expect(mayManageSignOn(person('recruiter'))).toBe(false);
    expect(mayManageSignOn(person('officer', false))).toBe(false);
  });

  test('officers confirm what somebody else claimed', () => {
    expect(mayConfirmDomain(person('officer'), 'you')).toBe(true);
    expect(mayConfirmDomain(person('officer'), 'me')).toBe(false);
    expect(mayConfirmDomain(person('decider', true), 'you')).toBe(false);
    expect(mayConfirmDomain({ kind: 'visitor' }, 'you')).toBe(false);
  });
});
