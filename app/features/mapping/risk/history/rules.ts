import type { RiskModel } from '#app/features/scheme/model.ts';
import type { Day } from '#app/platform/calendar.ts';

import type { Chain, ChainEdge, Source } from '../../chain/model.ts';
import { contradictionsOf } from '../consistency.ts';
import { indicatorsOf } from '../indicators.ts';
import type { Hit } from '../model.ts';
import { scoreOf, type Place } from '../rules.ts';
import { rowsIn, textIn, type Told } from '../told.ts';
import type { Facts, KeptScore, Party } from './model.ts';

/** Edges by where they lead, and nodes by id and by party: sorted once for all parties of a company. */
export type Index = {
  into: Map<string, ChainEdge[]>;
  nodes: Map<string, Chain['nodes'][number]>;
  nodesOf: Map<string, string[]>;
};

export function indexOf({ chain, partyOf }: Facts): Index {
  const into = new Map<string, ChainEdge[]>();
  for (const edge of chain.edges) push(into, edge.to, edge);
  const nodesOf = new Map<string, string[]>();
  for (const [node, party] of partyOf) push(nodesOf, party, node);
  return { into, nodesOf, nodes: new Map(chain.nodes.map((node) => [node.id, node])) };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Everybody from whom workers come to a party, and what passes between them; circles end where they began. */
export function upstreamOf({ into, nodes, nodesOf }: Index, partyId: string): Chain {
  const reached = new Set(nodesOf.get(partyId) ?? []);
  const edges: ChainEdge[] = [];
  // A set is walked in the order things are added, while they are added.
  for (const id of reached)
    for (const edge of into.get(id) ?? []) {
      edges.push(edge);
      reached.add(edge.from);
    }
  return { nodes: [...reached].flatMap((id) => nodes.get(id) ?? []), edges };
}

const startsThere = ['recruiter', 'sub_agent', 'introducer', 'place'];

/** Which countries and sectors count: those of the journeys and of the answers, else where the party is. */
function placesOf(facts: Facts, party: Party, { edges }: Chain, told: readonly Told[]) {
  const cells = (column: string) =>
    told.flatMap(({ answers }) =>
      rowsIn(answers, 'corridors').flatMap(({ row }) => textIn(row, column) ?? []),
    );
  const own = (place: 'origin' | 'destination') =>
    party.country !== null && startsThere.includes(party.kind) === (place === 'origin')
      ? [party.country]
      : [];
  const data = (place: Place, keys: readonly string[], otherwise: readonly string[]) =>
    [...new Set(keys.length > 0 ? keys : otherwise)].sort().map((key) => facts.inputs.of(place, key));
  const sectors = told.flatMap(({ answers }) => textIn(answers, 'sector') ?? []);
  return {
    origin: data(
      'origin',
      [...edges.flatMap((edge) => edge.origin ?? []), ...cells('cor_origin')],
      own('origin'),
    ),
    destination: data(
      'destination',
      [...edges.flatMap((edge) => edge.destination ?? []), ...cells('cor_destination')],
      own('destination'),
    ),
    sector: data('sector', [...sectors, ...cells('cor_sector')], []),
  };
}

type Reckoned = { score: KeptScore; shareIds: string[] };

/** The score of one party from what it and everybody before it in the chain said. Total: a party nobody described is unknown. */
export function reckon(
  { facts, index, model, today }: { facts: Facts; index: Index; model: RiskModel; today: Day },
  party: Party,
): Reckoned {
  const chain = upstreamOf(index, party.id);
  const parties = new Set([party.id, ...chain.nodes.flatMap(({ id }) => facts.partyOf.get(id) ?? [])]);
  const told = [...parties].flatMap((id) => facts.told.get(id) ?? []);
  const hits = onceEach(indicatorsOf(chain, told));
  const control = facts.controls.get(party.id);
  const score = scoreOf(
    model,
    {
      ...{ places: placesOf(facts, party, chain, facts.told.get(party.id) ?? []), chain, hits },
      ...{ averages: facts.inputs.averages, answeredIn: facts.answeredIn },
      maturities: control ? [control] : [],
    },
    today,
  );
  const contradictions = contradictionsOf({ chain, told, zeroFee: facts.zeroFee }).map((each) => ({
    ...each,
    sources: each.sources.map(withoutPlace),
  }));
  return { score: { ...score, hits, contradictions }, shareIds: sharesOf(facts, chain, told) };
}

/** Workers of a site are one voice: which of them said what, and what else the same one said, is nobody's business. */
const withoutPlace = (source: Source): Source => ({
  ...source,
  responseId: source.responseId.replace(/^(workers of \S+) \d+$/, '$1'),
});

const onceEach = (hits: readonly Hit[]): Hit[] => {
  const told = hits.map((hit) => ({ ...hit, source: withoutPlace(hit.source) }));
  return [...new Map(told.map((hit) => [JSON.stringify(hit), hit])).values()];
};

function sharesOf({ sharesOf: shares }: Facts, { edges }: Chain, told: readonly Told[]) {
  const responses = new Set([
    ...told.map(({ responseId }) => responseId),
    ...edges
      .flatMap((edge) => [...edge.sources, ...edge.payments.map(({ source }) => source)])
      .map(({ responseId }) => responseId),
  ]);
  return [...new Set([...responses].flatMap((id) => shares.get(id) ?? []))].sort();
}
