import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { score } from '../assessed.test-data.ts';
import type { Hit } from '../model.ts';
import { RiskScorePanel } from './score.tsx';

const told: Hit[] = [
  {
    ...{ indicator: 'recruitment_fees', strength: 'strong', by: 'party' },
    source: { responseId: 'r1', path: 'payments[0]' },
  },
  {
    ...{ indicator: 'deception', strength: 'medium', by: 'worker' },
    source: { responseId: 'workers of site', path: 'w_wage_actual' },
  },
];
const drawn = (hits: Hit[]) =>
  renderToStaticMarkup(
    <RiskScorePanel
      risk={{
        ...{ ...score({ hits }), hits },
        contradictions: hits.map(({ source }) => ({
          test: 'unlicensed_actor',
          about: 'a',
          sources: [source],
        })),
      }}
      sourceHref={({ responseId, path }) => (responseId === 'r1' ? `/answers/r1#${path}` : undefined)}
    />,
  );
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a score shows every part with its value, share, source and year, and why it was raised', () => {
  const html = drawn(told);
  const text = textOf(html);
  expect(text).toContain('High risk 50 of 100');
  expect(text).toContain('Without any control it would be 47.1');
  expect(text).toContain('It was raised from 47.1 because something grave was told.');
  expect(text).toContain('A person should look at it by 3 March 2026.');
  expect(text).toContain('Country of origin: Nepal');
  expect(text).toContain('A list, 2025');
  expect(text).toContain('Sector: Construction');
  expect(text).toContain('Workers paid for the job');
  expect(html).toContain('href="/answers/r1#payments[0]"');
  expect(text).toContain('What workers said is told for groups only');
  expect(text).toContain('Somebody in the chain works without a licence.');
});

test('a score without indicators says that this proves nothing', () => {
  const text = textOf(drawn([]));
  expect(text).toContain('Medium risk 47.1 of 100');
  expect(text).toContain('That does not mean that there is none.');
  expect(text).not.toContain('do not go together');
  expect(text).not.toContain('raised');
});
