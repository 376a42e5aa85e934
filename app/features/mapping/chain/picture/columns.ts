import { actorKinds, type ActorKind } from '../model.ts';

type Boxed = { id: string; kind: ActorKind; nodes: readonly string[] };
type Pair = { from: string; to: string };

/** Parties of a kind that follow one another stand side by side in as many columns at most. */
const mostOfAKind = 6;

/** Columns by kind, as a worker meets them; within a kind by who leads to whom. Cycles are cut where they are met. */
export function columnsOf(boxes: readonly Boxed[], pairs: readonly Pair[]) {
  const depths = new Map(
    actorKinds.flatMap((kind) =>
      depthsOf(
        boxes.filter((box) => box.kind === kind),
        pairs,
      ),
    ),
  );
  const marks = boxes.map((box) => markOf(box.kind, depths.get(box.id) ?? 0));
  const used = [...new Set(marks)].sort((a, b) => a - b);
  const places = new Map(boxes.map((box, at) => [box.id, used.indexOf(marks[at] ?? 0)]));
  return {
    columnOf: (id: string) => places.get(id) ?? 0,
    columns: used.map((mark) => actorKinds[Math.floor(mark / mostOfAKind)] ?? 'place'),
  };
}

const markOf = (kind: ActorKind, depth: number) =>
  actorKinds.indexOf(kind) * mostOfAKind + Math.min(depth, mostOfAKind - 1);

/** The longest way to each within its kind, taken in the order in which nothing leads to it any more. */
function depthsOf(boxes: readonly Boxed[], pairs: readonly Pair[]): [string, number][] {
  const waiting = new Map(boxes.map(({ id }) => [id, 0]));
  const leading = new Map<string, string[]>();
  for (const { from, to } of pairs) {
    if (from === to || !waiting.has(from) || !waiting.has(to)) continue;
    leading.set(from, [...(leading.get(from) ?? []), to]);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const depths = new Map(boxes.map(({ id }) => [id, 0]));
  // Of several together nobody can say that they come before others.
  if (boxes.some(({ nodes }) => nodes.length > 1)) return [...depths];
  while (waiting.size > 0) {
    const [next] = [...waiting].reduce((least, each) => (each[1] < least[1] ? each : least));
    waiting.delete(next);
    for (const to of leading.get(next) ?? []) {
      const left = waiting.get(to);
      if (left === undefined) continue;
      waiting.set(to, left - 1);
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(next) ?? 0) + 1));
    }
  }
  return [...depths];
}
