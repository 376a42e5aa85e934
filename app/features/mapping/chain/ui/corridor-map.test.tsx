import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { mapOf } from '../map/corridors.ts';
import { labelled } from '../map/labels.ts';
import { theWorld } from '../map/world.server.ts';
import { CorridorMap } from './corridor-map.tsx';

const world = theWorld();
const corridor = (
  origin: string,
  destination: string,
  workersAYear: number | null,
  tone: 'suspended' | 'certified',
) => ({
  ...{ origin, destination, workersAYear },
  marks: [{ tone, text: `marked ${tone}` }],
});
const map = mapOf(
  [
    corridor('NP', 'QA', 300, 'certified'),
    corridor('NP', 'QA', 100, 'suspended'),
    corridor('BD', 'SG', 50, 'certified'),
    corridor('ID', 'MY', null, 'certified'),
    corridor('XK', 'ZZ', 9, 'certified'),
  ],
  world,
);

test('countries people go to and come from are on the map, small ones too', () => {
  for (const code of 'NP BD IN LK PH ID MM VN PK KH ET KE QA AE SA BH KW OM JO LB MY SG HK TH KR JP TW MU MV IT DE US MX'.split(
    ' ',
  )) {
    expect(world.places.has(code), code).toBe(true);
  }
  expect(world.places.size).toBeGreaterThan(220);
  for (const { x, y } of world.places.values()) {
    expect(x >= 0 && x <= world.width && y >= 0 && y <= world.height).toBe(true);
  }
  const [nepal, qatar] = [world.places.get('NP'), world.places.get('QA')];
  expect((nepal?.x ?? 0) > (qatar?.x ?? 0)).toBe(true);
});

test('one pair of countries is one arc, as broad as all its workers, as grave as the worst of it', () => {
  expect(map.arcs.map(({ id, tone, dashed }) => [id, tone, dashed])).toEqual([
    ['NP-QA', 'suspended', false],
    ['BD-SG', 'certified', false],
    ['ID-MY', 'certified', true],
  ]);
  expect(map.arcs[0]?.title).toBe('Nepal → Qatar: 400 workers a year; marked certified; marked suspended');
  expect((map.arcs[0]?.breadth ?? 0) / (map.arcs[1]?.breadth ?? 1)).toBeGreaterThan(5);
});

test('the view holds every end', () => {
  const { x, y, width, height } = map.view;
  for (const name of map.names) {
    expect(name.x > x && name.x < x + width && name.y > y && name.y < y + height, name.code).toBe(true);
  }
});

test('the table says all of it, also what the map does not know', () => {
  const page = renderToStaticMarkup(
    <CorridorMap
      map={map}
      caption="Corridors"
      corridorAt={(id) => (id === 'NP-QA' ? '/corridors/NP-QA' : null)}
    />,
  );
  expect(page).toContain('<a href="/corridors/NP-QA" class="link">Nepal → Qatar</a>');
  expect(page.match(/not on the map/g)).toHaveLength(1);
  expect(page).toContain('number of workers unknown');
  expect(page).not.toMatch(/NaN|Infinity/);
  expect(renderToStaticMarkup(<CorridorMap map={mapOf([], world)} caption="Corridors" />)).toContain(
    'No corridor is named yet',
  );
});

test('names of neighbours stand beside one another', () => {
  const labels = labelled(
    ['Qatar', 'Bahrain', 'United Arab Emirates'].map((text, at) => ({
      code: text,
      text,
      x: 100 + at,
      y: 50 + at,
    })),
    10,
  );
  expect(labels.map(({ anchor }) => anchor)).toEqual(['start', 'end', 'middle']);
});
