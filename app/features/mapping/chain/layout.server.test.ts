import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { layOut } from './layout.server.ts';
import { actorKinds, type Chain, type ChainEdge, type ChainNode } from './model.ts';
import { pictureOf } from './picture/picture.ts';
import { sizes, stacked, type Laid } from './picture/laid.ts';

const node = (id: string, kind: ChainNode['kind'], country: string | null = 'NP'): ChainNode => ({
  ...{ id, kind, name: id, country, place: null, licensed: 'unknown', recruiterId: null, withheld: false },
});
const edge = (from: string, to: string, workersAYear: number | null = 1): ChainEdge => ({
  ...{ id: `${from}-${to}`, from, to, workersAYear, origin: 'NP', destination: 'QA', contract: 'unknown' },
  ...{ held: [], payments: [], sources: [] },
});

/** Nothing stands on anything else, and every number is one. */
function expectReadable(laid: Laid, count: number) {
  const places = [...laid.boxes.values()];
  expect(places).toHaveLength(count);
  for (const { x, y } of [...places, ...[...laid.links.values()].flat()]) {
    expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(x).toBeLessThanOrEqual(laid.width);
    expect(y).toBeLessThanOrEqual(laid.height);
  }
  const columns = new Map<number, number[]>();
  for (const { x, y } of places) columns.set(x, [...(columns.get(x) ?? []), y]);
  for (const ys of columns.values()) {
    const sorted = ys.toSorted((a, b) => a - b);
    for (const [at, y] of sorted.entries()) {
      expect(y - (sorted[at - 1] ?? -Infinity)).toBeGreaterThanOrEqual(sizes.box.height);
    }
  }
}

describe('a picture', () => {
  const chain: Chain = {
    nodes: [
      node('village', 'place'),
      node('agent', 'sub_agent'),
      node('over', 'sub_agent'),
      node('firm', 'recruiter'),
      node('site', 'site'),
    ],
    edges: [
      edge('village', 'agent'),
      edge('agent', 'over'),
      edge('over', 'agent'),
      edge('over', 'firm'),
      edge('village', 'firm'),
      edge('firm', 'site'),
      edge('site', 'village'),
    ],
  };
  const picture = pictureOf(chain);

  test('has a column for each kind, and for who follows whom within one', () => {
    expect(picture.columns).toEqual(['place', 'sub_agent', 'sub_agent', 'recruiter', 'site']);
  });

  test('says which links run against the way', () => {
    expect(picture.links.filter(({ back }) => back).map(({ edges }) => edges)).toEqual([
      ['over-agent'],
      ['site-village'],
    ]);
  });

  test('is laid out with its links between the boxes of columns they pass', async () => {
    const laid = await layOut(picture);
    expectReadable(laid, 5);
    expect(laid.links.get('party village>party firm')).toHaveLength(2);
    expect(await layOut(pictureOf(chain))).toBe(laid);
  });
});

test('what one picture has no room for is grouped by country, and the rest together', () => {
  const countries = ['NP', 'NP', 'NP', 'BD', 'BD', 'IN', 'LK', null];
  const nodes = countries.map((country, at) => node(`r${at}`, 'recruiter', country));
  const { boxes, links, inside } = pictureOf(
    {
      nodes: [...nodes, node('s', 'site')],
      edges: [edge('r0', 's', 5), edge('r1', 's', 7), edge('r0', 'r1')],
    },
    [6],
  );
  expect(boxes.map(({ nodes: all, country, countries: of }) => [all.length, country, of])).toEqual([
    [3, 'NP', 1],
    [2, 'BD', 1],
    [3, null, 3],
    [1, 'NP', 1],
  ]);
  expect(links).toMatchObject([{ workersAYear: 12, edges: ['r0-s', 'r1-s'] }]);
  expect(inside).toBe(1);
});

const graphs = fc
  .array(fc.tuple(fc.constantFrom(...actorKinds), fc.constantFrom('NP', 'BD', null)), { maxLength: 90 })
  .chain((kinds) =>
    fc.record({
      nodes: fc.constant(kinds.map(([kind, country], at) => node(`n${at}`, kind, country))),
      edges: fc.array(
        fc
          .tuple(fc.nat(Math.max(0, kinds.length)), fc.nat(Math.max(0, kinds.length)), fc.option(fc.nat(500)))
          .map(([a, b, workers]) => edge(`n${a}`, `n${b}`, workers)),
        { maxLength: 120 },
      ),
    }),
  );

test('any graph, with cycles, edges to itself and to nobody, is laid out with each party in one box', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (chain) => {
      const picture = pictureOf(chain);
      expect(picture.boxes.flatMap(({ nodes }) => nodes).sort()).toEqual(
        chain.nodes.map(({ id }) => id).sort(),
      );
      expect(new Set(picture.boxes.map(({ id }) => id)).size).toBe(picture.boxes.length);
      expect(picture.boxes.length).toBeLessThanOrEqual(60);
      const laid = await layOut(picture);
      expectReadable(laid, picture.boxes.length);
      // Stacked ones have no way for their links: this one was laid out.
      expect(laid.links.size).toBe(picture.links.length);
      expectReadable(stacked(picture), picture.boxes.length);
    }),
    { numRuns: 40 },
  );
}, 60_000);
