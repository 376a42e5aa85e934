import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

/** The table of SECURITY.md against what it points to: a test that is renamed or gone must not be quoted on. */
const text = readFileSync('SECURITY.md', 'utf8');

/** OWASP ASVS 5.0, levels 1 and 2: requirements of each section of its chapters 6 to 8. */
const sections: Record<string, number[]> = {
  'V6.1': [1, 2, 3],
  'V6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'V6.3': [1, 2, 3, 4],
  'V6.4': [1, 2, 3, 4],
  'V6.5': [1, 2, 3, 4, 5],
  'V6.6': [1, 2, 3],
  'V6.8': [1, 2, 3, 4],
  'V7.1': [1, 2, 3],
  'V7.2': [1, 2, 3, 4],
  'V7.3': [1, 2],
  'V7.4': [1, 2, 3, 4, 5],
  'V7.5': [1, 2],
  'V7.6': [1, 2],
  'V8.1': [1, 2],
  'V8.2': [1, 2, 3],
  'V8.3': [1],
  'V8.4': [1],
};
const numbers = Object.entries(sections).flatMap(([section, all]) => all.map((one) => `${section}.${one}`));

const rows = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', asks = '', how = '', shownBy = '', ...rest]) => ({
    number,
    asks,
    how,
    shownBy,
    whole: rest.join('') === '',
  }));

const headings = [...text.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading);

/** What is wrong with where a row points; nothing when all of it is there. */
function astray(shownBy: string) {
  const here = /^this page › (.+)$/.exec(shownBy)?.[1];
  if (here !== undefined) return headings.includes(here) ? [] : [`no heading ${here}`];
  const quoted = [...shownBy.matchAll(/`([^`]+) › ([^`]+)`/g)];
  if (quoted.length === 0) return ['points nowhere'];
  return quoted.flatMap(([, path = '', title = '']) => {
    if (!existsSync(path)) return [`no file ${path}`];
    return ["'", '`'].some((mark) => readFileSync(path, 'utf8').includes(mark + title + mark))
      ? []
      : [`no test “${title}” in ${path}`];
  });
}

describe('the security table', () => {
  test('has every requirement once, in order', () => {
    expect(numbers).toHaveLength(60);
    expect(rows.map(({ number }) => number)).toEqual(numbers);
  });

  test('leaves nothing empty, and asks in under fifteen words', () => {
    const poor = rows.filter(
      ({ asks, how, whole }) => !whole || !asks || !how || asks.split(' ').length >= 15,
    );
    expect(poor).toEqual([]);
  });

  test.each(rows)('$number points to what is there', ({ shownBy }) => {
    expect(astray(shownBy)).toEqual([]);
  });
});
