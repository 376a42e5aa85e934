import { expect } from 'vitest';

import { findByName } from '#app/features/register/search/names.server.ts';
import { readNames } from '#app/features/register/search/read-names.server.ts';
import { searchRegister } from '#app/features/register/search/search.server.ts';
import { test } from '#tests/support/test.ts';

import { labelled } from './labelled.ts';
import { aCrowd, onRegister } from './register.ts';

const now = new Date('2026-03-02T09:00:00Z');

/** Of the same words as those looked for: who mixes names up would take these. */
const likenesses = labelled.flatMap(({ name, country }) => {
  const [first = '', second = ''] = name.replace(/^Al /, 'Al-').split(' ');
  return [
    `${first} Overseas Ltd.`,
    `${second} Manpower Services`,
    `${first} ${second.slice(0, 3)}ani Group`,
  ].map((other) => ({ name: other, country }));
});

test(
  'the labelled set finds its recruiter first, and hardly ever later than fifth',
  { timeout: 300_000 },
  async ({ db }) => {
    await aCrowd(db, 4000);
    await readNames(db);
    await onRegister(db, [...labelled, ...likenesses]);
    const misses: string[] = [];
    let [asked, first, five] = [0, 0, 0];
    for (const { name, questions } of labelled) {
      for (const q of questions) {
        const found = await searchRegister({ db, now }, { q }, { limit: 20 });
        const at = found.findIndex((entry) => entry.name === name);
        asked += 1;
        if (at === 0) first += 1;
        if (at >= 0 && at < 5) five += 1;
        if (at !== 0)
          misses.push(
            `${q} → ${at < 0 ? 'not found' : `place ${at + 1}`}, not ${name}; first ${found[0]?.name ?? 'nobody'}`,
          );
      }
    }
    process.stdout.write(
      `labelled set: ${asked} questions, first ${((100 * first) / asked).toFixed(1)} %, first five ${((100 * five) / asked).toFixed(1)} %\n${misses.join('\n')}\n`,
    );
    expect(asked).toBeGreaterThanOrEqual(300);
    expect(first / asked).toBeGreaterThanOrEqual(0.95);
    expect(five / asked).toBeGreaterThanOrEqual(0.99);
    // Who is nobody's name is nobody: the guess is not made.
    for (const q of ['Quetzalcoatl Zirconium', 'xqj vvw', 'the and of'])
      expect(await findByName(db, q)).toEqual([]);
  },
);
