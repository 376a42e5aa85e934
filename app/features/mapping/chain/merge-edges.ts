import type { ChainEdge, ContractInForce, Source } from './model.ts';

/** Two answers to one question that cannot both be so. `of` is a node's id or an edge's. */
export type Contradiction = {
  about: 'licensed' | 'kind' | 'country' | 'contract' | 'workers';
  of: string;
  said: { value: string; sources: Source[] }[];
};

/** Edges between the same parties on the same journey become one; ends and payees become ids. */
export function mergedEdges(edges: readonly ChainEdge[], ids: ReadonlyMap<string, string>) {
  const idOf = (key: string) => ids.get(key) ?? key;
  const pairs = new Map<string, ChainEdge[]>();
  for (const edge of edges) {
    const [from, to] = [idOf(edge.from), idOf(edge.to)];
    // Two names of one party with something between them: what was paid there is kept.
    if (from === to && edge.payments.length === 0) continue;
    const payments = edge.payments.map((each) => ({
      ...each,
      payee: each.payee === null ? null : idOf(each.payee),
    }));
    const pair = JSON.stringify([from, to]);
    into(pairs, pair, { ...edge, from, to, payments });
  }
  const merged = [...pairs.values()].flatMap((pair) => byJourney(pair).map(mergedEdge));
  return {
    edges: merged.map(({ edge }) => edge),
    contradictions: merged.flatMap(({ contradictions }) => contradictions),
  };
}

/** Adds to what is under a key, in place: chains are large. */
export function into<T>(groups: Map<string, T[]>, key: string, each: T) {
  const group = groups.get(key);
  if (group) group.push(each);
  else groups.set(key, [each]);
}

const isOfAnyJourney = ({ origin, destination }: ChainEdge) => origin === null && destination === null;

/** An edge that names no journey is part of the only one there is; of several, it stays by itself. */
function byJourney(pair: ChainEdge[]): ChainEdge[][] {
  const journeys = new Map<string, ChainEdge[]>();
  for (const edge of pair) {
    const journey = `${edge.origin ?? ''}-${edge.destination ?? ''}`;
    into(journeys, journey, edge);
  }
  return journeys.size === 2 && journeys.has('-') ? [pair] : [...journeys.values()];
}

function mergedEdge(same: ChainEdge[]): { edge: ChainEdge; contradictions: Contradiction[] } {
  const journey = same.find((edge) => !isOfAnyJourney(edge)) ?? same[0];
  const { from = '', to = '', origin = null, destination = null } = journey ?? {};
  const id = [from, to, origin ?? '', destination ?? ''].map((part) => part.replaceAll('~', '~~')).join('~ ');
  const contracts = bySaid(same, ({ contract }) => (contract === 'unknown' ? null : contract));
  const workers = workersSaid(same);
  const edge: ChainEdge = {
    ...{ id, from, to, origin, destination },
    workersAYear: workers.length === 0 ? null : Math.max(...workers.map(({ count }) => count)),
    contract: gravest(same.map(({ contract }) => contract)),
    held: [...new Set(same.flatMap(({ held }) => held))],
    payments: same.flatMap(({ payments }) => payments),
    sources: same.flatMap(({ sources }) => sources),
  };
  const counts = new Map<string, Source[]>();
  for (const { count, sources } of workers)
    counts.set(`${count}`, [...(counts.get(`${count}`) ?? []), ...sources]);
  return {
    edge,
    contradictions: [...contradicted('contract', id, contracts), ...contradicted('workers', id, counts)],
  };
}

const contradicted = (
  about: Contradiction['about'],
  of: string,
  said: Map<string, Source[]>,
): Contradiction[] =>
  said.size < 2 ? [] : [{ about, of, said: [...said].map(([value, sources]) => ({ value, sources })) }];

function bySaid(edges: ChainEdge[], of: (edge: ChainEdge) => string | null) {
  const said = new Map<string, Source[]>();
  for (const edge of edges) {
    const value = of(edge);
    if (value !== null) said.set(value, [...(said.get(value) ?? []), ...edge.sources]);
  }
  return said;
}

/** Of one respondent, steps of several journeys add up; what they say of all journeys together is another statement. */
function workersSaid(edges: ChainEdge[]) {
  const statements = new Map<string, { count: number; sources: Source[] }>();
  for (const edge of edges) {
    if (edge.workersAYear === null) continue;
    const key = `${edge.sources[0]?.responseId ?? ''}${isOfAnyJourney(edge) ? ' of all' : ''}`;
    const before = statements.get(key) ?? { count: 0, sources: [] };
    statements.set(key, {
      count: before.count + edge.workersAYear,
      sources: [...before.sources, ...edge.sources],
    });
  }
  return [...statements.values()];
}

const byGravity: readonly ContractInForce[] = ['none', 'spoken', 'written', 'unknown'];
const gravest = (said: ContractInForce[]) => byGravity.find((each) => said.includes(each)) ?? 'unknown';
