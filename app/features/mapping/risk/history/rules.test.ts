import { describe, expect, test } from 'vitest';

import { defaultRisk } from '#app/features/scheme/terms.ts';

import { aNode, anEdge, aPayment, cleanChain } from '../chain.test-data.ts';
import type { Facts, Party } from './model.ts';
import { indexOf, reckon, upstreamOf } from './rules.ts';

const today = '2026-03-01';
const facts = (part: Partial<Facts> = {}): Facts => {
  const { chain = cleanChain } = part;
  return {
    ...{ chain, partyOf: new Map(chain.nodes.map(({ id }) => [id, `party ${id}`])), told: new Map() },
    ...{
      sharesOf: new Map([['r1', ['share 1']]]),
      controls: new Map(),
      zeroFee: new Set(),
      answeredIn: 2026,
    },
    inputs: { of: (_kind, key) => ({ key, value: 40, source: 'A list', year: 2025 }), averages: {} },
    ...part,
  };
};
const party = (id: string, part: Partial<Party> = {}): Party => ({
  ...{ id: `party ${id}`, kind: 'site', country: 'QA', recruiterId: null },
  ...part,
});
const reckoned = (all: Facts, of: Party) =>
  reckon({ facts: all, index: indexOf(all), model: defaultRisk, today }, of);

describe('what comes before a party', () => {
  test('is everybody on the way to it, and nobody beyond', () => {
    const of = (id: string) => upstreamOf(indexOf(facts()), `party ${id}`);
    expect(of('agency').nodes.map(({ id }) => id)).toEqual(['agency', 'agent', 'village']);
    expect(of('agency').edges.map(({ id }) => id)).toEqual(['agent-agency', 'village-agent']);
    expect(of('village')).toMatchObject({ edges: [], nodes: [{ id: 'village' }] });
    expect(of('nobody')).toEqual({ nodes: [], edges: [] });
  });

  test('ends where a circle closes, or an edge comes from nowhere', () => {
    const chain = {
      nodes: cleanChain.nodes,
      edges: [...cleanChain.edges, anEdge('site', 'agent'), anEdge('gone', 'site')],
    };
    const { nodes, edges } = upstreamOf(indexOf(facts({ chain })), 'party site');
    expect(nodes.map(({ id }) => id).sort()).toEqual(['agency', 'agent', 'site', 'village']);
    expect(edges).toHaveLength(5);
  });
});

describe('the score of a party', () => {
  test('counts countries of its journeys, and where it is when nothing else is known', () => {
    const keys = (all: Facts, of: Party) =>
      reckoned(all, of).score.parts.map(({ name, key }) => `${name} ${key ?? '–'}`);
    expect(keys(facts(), party('site'))).toEqual(['origin NP', 'destination QA', 'sector –', 'chain –']);
    const alone = facts({ chain: { nodes: [], edges: [] } });
    expect(keys(alone, party('site'))).toEqual(['origin –', 'destination QA', 'sector –', 'chain –']);
    expect(keys(alone, party('agency', { kind: 'recruiter', country: 'NP' }))).toEqual([
      ...['origin NP', 'destination –', 'sector –', 'chain –'],
    ]);
  });

  test('hears everybody before it, and names the shares it rests on', () => {
    const held = { responseId: 'r2', role: 'recruiter', answers: { move_locked: true } };
    const told = new Map([['party agency', [held]]]);
    const sharesOf = new Map([...facts().sharesOf, ['r2', ['share 2']], ['r3', ['share 3']]]);
    const site = reckoned(facts({ told, sharesOf }), party('site'));
    expect(site.score.overrides).toMatchObject([
      { indicator: 'restriction_of_movement', source: { responseId: 'r2' } },
    ]);
    expect(site.shareIds).toEqual(['share 1', 'share 2']);
    expect(reckoned(facts({ told, sharesOf }), party('agent')).score.overrides).toEqual([]);
  });

  test('takes control from the register', () => {
    const control = { criterion: 'certificate', level: 3, weight: 1, source: 'Register: C-1', year: 2025 };
    const controls = new Map([['party agency', control]]);
    expect(reckoned(facts({ controls }), party('agency')).score).toMatchObject({
      ...{ control: 0.75, controlParts: [{ key: 'certificate', source: 'Register: C-1' }] },
    });
  });

  test('never tells which of the workers said what', () => {
    const workers = [1, 2, 3, 4, 5].map((place) => ({
      ...{ responseId: `workers of site ${place}`, role: 'worker' },
      answers: { w_can_leave: false, w_wage_promised: 300, w_wage_actual: 200 },
    }));
    const { score } = reckoned(facts({ told: new Map([['party site', workers]]) }), party('site'));
    expect(score.hits.map(({ indicator, source }) => [indicator, source.responseId])).toEqual([
      ['restriction_of_movement', 'workers of site'],
      ['deception', 'workers of site'],
    ]);
    const named = score.contradictions.flatMap(({ sources }) => sources.map(({ responseId }) => responseId));
    expect(new Set(named)).toEqual(new Set(['workers of site']));
  });

  test('of 10,000 sites in one chain is reckoned in a few seconds', () => {
    const recruiters = Array.from({ length: 200 }, (_, one) => aNode(`r${one}`));
    const agents = Array.from({ length: 500 }, (_, one) => aNode(`a${one}`, { kind: 'sub_agent' }));
    const sites = Array.from({ length: 10_000 }, (_, one) => aNode(`s${one}`, { kind: 'site' }));
    const payments = [aPayment()];
    const edges = [
      ...recruiters.flatMap((to, one) =>
        [0, 1, 2, 3, 4].map((more) => anEdge(`a${(one * 7 + more * 31) % 500}`, to.id, { payments })),
      ),
      ...sites.flatMap((to, one) => [0, 1].map((more) => anEdge(`r${(one * 3 + more * 17) % 200}`, to.id))),
    ];
    const all = facts({ chain: { nodes: [...recruiters, ...agents, ...sites], edges } });
    const setting = { facts: all, index: indexOf(all), model: defaultRisk, today };
    const begun = performance.now();
    const bands = sites.map(({ id }) => reckon(setting, party(id)).score.band);
    expect(bands).toHaveLength(10_000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
