import { actorKinds, type ActorKind, type Chain, type ChainEdge, type ChainNode } from '../model.ts';
import { columnsOf } from './columns.ts';

/** One party, or several of a kind that one picture has no room for. */
export type Box = {
  id: string;
  kind: ActorKind;
  /** Of one party its own; of several the one they share, null where they are of many countries. */
  country: string | null;
  nodes: string[];
  /** Of how many countries, where `country` is null because they differ. */
  countries: number;
  column: number;
};

/** Everything between two boxes. `edges` are those of the chain it stands for. */
export type Link = {
  id: string;
  from: string;
  to: string;
  edges: string[];
  /** null where no edge says how many. */
  workersAYear: number | null;
  /** It runs against the order of the columns. */
  back: boolean;
};

export type Picture = {
  boxes: Box[];
  links: Link[];
  /** The kind of each column, from the worker's home on. */
  columns: ActorKind[];
  /** Edges between parties that stand in one box. */
  inside: number;
};

/** More boxes than these nobody reads; with more links than those, fewer boxes. */
const mostBoxes = [60, 40, 24];
const mostLinks = 200;

/** A chain as it is drawn: each party in exactly one box, each edge in one link or inside one box. */
export function pictureOf(chain: Chain, room: readonly number[] = mostBoxes): Picture {
  const [most = 1, ...less] = room;
  const picture = pictureWithin(chain, most);
  return picture.links.length > mostLinks && less.length > 0 ? pictureOf(chain, less) : picture;
}

function pictureWithin({ nodes, edges }: Chain, most: number): Picture {
  const groups = nodes.length <= most ? nodes.map((node) => [node]) : grouped(nodes, most);
  const boxes = groups.map(boxOf);
  const boxOfNode = new Map(boxes.flatMap((box) => box.nodes.map((id) => [id, box.id] as const)));
  const known = edges.filter(({ from, to }) => boxOfNode.has(from) && boxOfNode.has(to));
  const pairs = new Map<string, { from: string; to: string; edges: ChainEdge[] }>();
  for (const edge of known) {
    const [from, to] = [boxOfNode.get(edge.from) ?? '', boxOfNode.get(edge.to) ?? ''];
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const pair = pairs.get(key) ?? { from, to, edges: [] };
    pair.edges.push(edge);
    pairs.set(key, pair);
  }
  const { columnOf, columns } = columnsOf(boxes, [...pairs.values()]);
  return {
    boxes: boxes.map((box) => ({ ...box, column: columnOf(box.id) })),
    links: [...pairs.values()].map(({ from, to, edges: all }): Link => ({
      id: `${from}>${to}`,
      ...{ from, to },
      edges: all.map(({ id }) => id),
      workersAYear: workersOf(all),
      back: columnOf(from) > columnOf(to),
    })),
    columns,
    inside: known.filter(({ from, to }) => boxOfNode.get(from) === boxOfNode.get(to)).length,
  };
}

/** Of each kind as many as all kinds have room for; beyond that by country, and the smallest countries together. */
function grouped(nodes: readonly ChainNode[], most: number): ChainNode[][] {
  const kinds = actorKinds
    .map((kind) => nodes.filter((node) => node.kind === kind))
    .filter(({ length }) => length > 0);
  const room = Math.max(1, Math.floor(most / kinds.length));
  return kinds.flatMap((ofKind) => {
    if (ofKind.length <= room) return ofKind.map((node) => [node]);
    const countries = new Map<string, ChainNode[]>();
    for (const node of ofKind) {
      const country = node.country ?? '';
      const before = countries.get(country);
      if (before) before.push(node);
      else countries.set(country, [node]);
    }
    const bySize = [...countries.values()].sort((a, b) => b.length - a.length);
    if (bySize.length <= room) return bySize;
    return [...bySize.slice(0, room - 1), bySize.slice(room - 1).flat()];
  });
}

function boxOf(nodes: ChainNode[]): Omit<Box, 'column'> {
  const [first] = nodes;
  const countries = new Set(nodes.map(({ country }) => country));
  return {
    id:
      nodes.length === 1
        ? `party ${first?.id ?? ''}`
        : `several ${first?.kind ?? ''} ${[...countries].slice(0, 1).join('')}`,
    kind: first?.kind ?? 'place',
    country: countries.size === 1 ? (first?.country ?? null) : null,
    nodes: nodes.map(({ id }) => id),
    countries: countries.size,
  };
}

/** What is said of all journeys together is not added to what is said of each. */
function workersOf(edges: readonly ChainEdge[]): number | null {
  const counts = new Map<string, { all: number; each: number; known: boolean }>();
  for (const { from, to, origin, destination, workersAYear } of edges) {
    const key = JSON.stringify([from, to]);
    const before = counts.get(key) ?? { all: 0, each: 0, known: false };
    const ofAll = origin === null && destination === null;
    counts.set(key, {
      all: before.all + (ofAll ? (workersAYear ?? 0) : 0),
      each: before.each + (ofAll ? 0 : (workersAYear ?? 0)),
      known: before.known || workersAYear !== null,
    });
  }
  const known = [...counts.values()].filter((each) => each.known);
  return known.length === 0 ? null : known.reduce((sum, { all, each }) => sum + Math.max(all, each), 0);
}
