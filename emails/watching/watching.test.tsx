import { render } from '@react-email/render';
import { expect, test } from 'vitest';

import { describeMails } from '../describe-mails.ts';
import { languages } from '../language.ts';
import { watchedChanged } from './watched-changed.tsx';
import { webhookOff } from './webhook-off.tsx';
import { words } from './words.ts';

const link = 'https://fairroute.example/the-next-step';
const change = {
  ...{ type: 'certificate.suspended', name: 'Himal Workforce', number: 'LRN00012603' },
  ...{ on: '2026-12-16', until: '2029-02-28', link },
};
const one = { company: 'Northwind', changes: [change], more: 0, link };
const off = { company: 'Northwind', url: 'https://hooks.example/', because: 'failing' as const, link };

describeMails(
  {
    'one change': { email: watchedChanged('en', one), says: ['Himal Workforce', '16 December 2026'] },
    'many changes': {
      email: watchedChanged('en', {
        ...one,
        changes: [change, { ...change, type: 'certificate.expiring' }],
        more: 3,
      }),
      says: ['5 CHANGES', 'ends on 28 February 2029', '3 more'],
    },
    'webhook off': { email: webhookOff('en', off), says: ['https://hooks.example/', 'three days'] },
  },
  link,
);

test.each(languages)('in %s every change has its words, and no place is left unfilled', async (language) => {
  expect(Object.keys(words[language].changed).toSorted()).toEqual(Object.keys(words.en.changed).toSorted());
  for (const type of Object.keys(words[language].changed)) {
    const text = await render(watchedChanged(language, { ...one, changes: [{ ...change, type }] }).body, {
      plainText: true,
    });
    expect(text).not.toMatch(/\{\w+\}|undefined/);
  }
  const gone = await render(webhookOff(language, { ...off, because: 'gone' }).body, { plainText: true });
  expect(gone).toContain(off.url);
  expect(gone).not.toMatch(/\{\w+\}/);
});
