import { describe, expect, test } from 'vitest';

import { contactsForm } from './forms.ts';

const form = contactsForm('NP');
const problems = (said: Record<string, unknown>) =>
  form.safeParse({ revision: 0, ...said }).error?.issues.map(({ path }) => path.join('.'));

describe('what a recruiter says of its contacts', () => {
  test('is read as people type it', () => {
    expect(
      form.parse({
        phones: '980-0000012\n+977 (980) 0000013; ९८००००००१२',
        website: ' everest.example ',
        email: 'Desk@Everest.example',
        social:
          'facebook.com/everest https://www.facebook.com/Everest/\nhttps://www.everest.example/ t.me/everest',
        revision: 3,
      }),
    ).toEqual({
      published: {
        phones: ['+9779800000012', '+9779800000013'],
        website: { url: 'https://everest.example/', key: 'everest.example' },
        email: 'desk@everest.example',
        social: [
          { url: 'https://facebook.com/everest', key: 'facebook.com/everest' },
          { url: 'https://t.me/everest', key: 't.me/everest' },
        ],
      },
      revision: 3,
    });
  });

  test('may be nothing', () => {
    expect(form.parse({ revision: 1 }).published).toEqual({
      phones: [],
      website: null,
      email: null,
      social: [],
    });
  });

  test.each([
    ['a number that is none', { phones: 'call Ram' }, 'phones'],
    ['a number that is too short', { phones: '110' }, 'phones'],
    [
      'eleven numbers',
      { phones: Array.from({ length: 11 }, (_, at) => `98000000${at + 10}`).join('\n') },
      'phones',
    ],
    ['ten thousand digits', { phones: '9'.repeat(10_000) }, 'phones'],
    ['a number with a right-to-left override', { phones: '980\u202E0000012x' }, 'phones'],
    ['a script for a website', { website: 'javascript:alert(1)' }, 'website'],
    [
      'a website of ten thousand characters',
      { website: `https://a.example/${'a'.repeat(10_000)}` },
      'website',
    ],
    ['six pages', { social: [1, 2, 3, 4, 5, 6].map((at) => `t.me/a${at}`).join('\n') }, 'social'],
    ['a page with a password', { social: 'https://facebook.com@evil.example/a' }, 'social'],
    ['a mail address that is none', { email: 'everest' }, 'email'],
    ['a mail address with a line end', { email: 'a@b.example\nBcc: c@d.example' }, 'email'],
    ['no revision', { revision: undefined }, 'revision'],
  ])('is refused with %s', (_what, said, field) => {
    expect(problems(said)).toEqual([field]);
  });
});
