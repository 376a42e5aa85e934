import type { ActorKind, Chain, ChainNode } from '../chain/model.ts';

/** Who stands between a worker and the employer; a clinic or a lender beside the road is no tier. */
const between: readonly ActorKind[] = ['introducer', 'sub_agent', 'recruiter', 'destination_agency'];

type Graph = { ahead: number[][]; weights: number[] };

/**
 * The most parties between a worker and the employer on any one way. Parties that lead to each other in a circle count all of
 * them: whoever goes round meets every one. Linear in nodes and edges, whatever the graph.
 */
export function tiersOf(chain: Chain): number {
  const graph = graphOf(chain);
  const groups = groupsOf(graph.ahead);
  return longest(graph, groups);
}

function graphOf({ nodes, edges }: Chain): Graph {
  const known = new Map<string, ChainNode>(nodes.map((node) => [node.id, node]));
  const places = new Map([...known.keys()].map((id, place) => [id, place]));
  const ahead: number[][] = [...known].map(() => []);
  for (const { from, to } of edges) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start !== undefined && end !== undefined && start !== end) ahead[start]?.push(end);
  }
  return { ahead, weights: [...known.values()].map(({ kind }) => (between.includes(kind) ? 1 : 0)) };
}

type Walk = {
  ahead: number[][];
  found: number[];
  low: number[];
  open: number[];
  isOpen: boolean[];
  group: number[];
  groups: number;
  time: number;
};

/** Tarjan's strongly connected components, without recursion: a chain of 5,000 in a row must not end the stack. Groups are numbered from the end of the chain. */
function groupsOf(ahead: number[][]): number[] {
  const none = ahead.map(() => -1);
  const walk: Walk = {
    ...{ ahead, found: [...none], low: [...none], open: [], isOpen: ahead.map(() => false) },
    ...{ group: [...none], groups: 0, time: 0 },
  };
  ahead.forEach((_, start) => {
    if (walk.found[start] === -1) walkFrom(walk, start);
  });
  return walk.group;
}

function walkFrom(walk: Walk, start: number) {
  const path = [{ at: start, next: 0 }];
  enterAt(walk, start);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const to = walk.ahead[top.at]?.[top.next];
    if (to === undefined) {
      path.pop();
      leaveAt(walk, top.at);
      const before = path.at(-1);
      if (before) lower(walk, before.at, walk.low[top.at] ?? 0);
    } else {
      top.next += 1;
      if (walk.found[to] === -1) {
        enterAt(walk, to);
        path.push({ at: to, next: 0 });
      } else if (walk.isOpen[to]) lower(walk, top.at, walk.found[to] ?? 0);
    }
  }
}

function enterAt(walk: Walk, at: number) {
  walk.found[at] = walk.time;
  walk.low[at] = walk.time;
  walk.time += 1;
  walk.open.push(at);
  walk.isOpen[at] = true;
}

function lower(walk: Walk, at: number, to: number) {
  walk.low[at] = Math.min(walk.low[at] ?? to, to);
}

function leaveAt(walk: Walk, at: number) {
  if (walk.low[at] !== walk.found[at]) return;
  for (let each = walk.open.pop(); each !== undefined; each = walk.open.pop()) {
    walk.isOpen[each] = false;
    walk.group[each] = walk.groups;
    if (each === at) break;
  }
  walk.groups += 1;
}

/** Groups ahead have smaller numbers, so each is reckoned before those that lead to it. */
function longest({ ahead, weights }: Graph, group: number[]): number {
  const members: number[][] = [];
  group.forEach((own, at) => (members[own] ??= []).push(at));
  const most: number[] = [];
  members.forEach((all, own) => {
    const beyond = all.flatMap((at) => ahead[at] ?? []).map((to) => group[to] ?? own);
    const best = beyond.reduce((so, each) => (each === own ? so : Math.max(so, most[each] ?? 0)), 0);
    most[own] = best + all.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
  });
  return most.reduce((so, each) => Math.max(so, each), 0);
}
