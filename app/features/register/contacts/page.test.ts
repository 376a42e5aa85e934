import { describe, expect, test } from 'vitest';

import { readPage } from './page.ts';

describe('a web address', () => {
  test.each([
    'https://www.facebook.com/everest',
    'http://facebook.com/everest/',
    'facebook.com/everest',
    'https://m.facebook.com/Everest/?ref=share&fbclid=abc',
    'HTTPS://mbasic.facebook.com//everest#about',
    'fb.com/everest',
    ' www.facebook.com/%65verest ',
  ])('%s is one page however it is written', (typed) => {
    expect(readPage(typed)?.key).toBe('facebook.com/everest');
  });

  test.each([
    ['everest.example', 'https://everest.example/', 'everest.example'],
    ['https://www.everest.example/jobs/?city=Kathmandu', undefined, 'everest.example/jobs?city=Kathmandu'],
    ['https://twitter.com/everest?s=20', undefined, 'x.com/everest'],
    ['https://www.facebook.com/profile.php?id=61550000000012', undefined, 'facebook.com/61550000000012'],
    ['https://wa.me/9779800000012', undefined, 'wa.me/9779800000012'],
    // What many register names under is no name by itself.
    ['https://web.com.np/', undefined, 'web.com.np'],
    ['https://m.me/everest', undefined, 'm.me/everest'],
    // A look-alike letter is told apart: the host is kept as the network knows it.
    ['https://fаcebook.com/everest', 'https://xn--fcebook-2fg.com/everest', 'xn--fcebook-2fg.com/everest'],
  ])('%s is published and compared', (typed, url, key) => {
    expect(readPage(typed)).toMatchObject({ key, ...(url && { url }) });
  });

  test.each([
    ['nothing', ''],
    ['script', 'javascript:alert(document.domain)'],
    ['script in capitals', 'JaVaScRiPt://everest.example/%0aalert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['another scheme', 'ftp://everest.example'],
    ['a password', 'https://facebook.com@evil.example/everest'],
    ['a port', 'https://everest.example:8443/'],
    ['a port without a scheme', 'everest.example:8443/jobs'],
    ['a bare number', 'https://127.0.0.1/'],
    ['a number of another base', 'https://0x7f000001/'],
    ['a machine of one’s own', 'https://localhost/'],
    ['an address of six', 'https://[::1]/'],
    ['a line end', 'https://everest.example/\nhttps://evil.example'],
    ['a control character', 'https://everest.example/\u0007'],
    ['a null character', 'https://everest.example/\u0000'],
    ['a right-to-left override', 'https://everest.example/\u202Egpj.exe'],
    ['an unseen space', 'https://everest\u200B.example/'],
    ['a backslash', 'https:\\\\evil.example'],
    ['words', 'our page is everest'],
    ['ten thousand characters', `https://everest.example/${'a'.repeat(10_000)}`],
    ['what grows when it is written out', `https://everest.example/${'ए'.repeat(200)}`],
    ['the front of a house of millions', 'https://www.facebook.com/'],
    ['the same, by its other name', 'https://twitter.com'],
  ])('with %s is none', (_what, typed) => {
    expect(readPage(typed)).toBeUndefined();
  });

  test('is read of anything at all without a throw', () => {
    for (const typed of [
      '%',
      'https://everest.example/%',
      'https://everest.example/%E0%A4%A',
      '://',
      'a:b:c',
      '?',
    ])
      expect(() => readPage(typed)).not.toThrow();
    expect(readPage('https://everest.example/%E0%A4%A')?.key).toBe('everest.example/%e0%a4%a');
  });
});
