import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import { z } from 'zod';

import { log } from '#app/platform/operation/log.server.ts';

import { columnMiddle, laidOut, sizes, stacked, type Laid } from './picture/laid.ts';
import type { Picture } from './picture/picture.ts';

/**
 * Dagre orders what stands in a column so that few lines cross, and finds the way of each line between the boxes. Which
 * column is known already: its own ranking, which takes as long again, is left out. ELK was tried beside it and took
 * twice as long (757 ms for 50 boxes, 307 ms with Dagre); neither laid 5,000 parties out within 90 seconds, so that a
 * picture never holds more than 60 boxes.
 */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const dagre = require(workerData.dagre);
  if (process.platform === 'linux') require('node:os').setPriority(0, 10);
  parentPort.on('message', ({ boxes, links }) => {
    try {
      const graph = new dagre.graphlib.Graph({ multigraph: true });
      graph.setGraph({ rankdir: 'LR', ranker: 'none', ...workerData.gaps });
      for (const { id, column } of boxes) graph.setNode(id, { ...workerData.box, rank: 2 * column });
      for (const { id, from, to } of links) graph.setEdge(from, to, {}, id);
      dagre.layout(graph);
      parentPort.postMessage({
        heights: boxes.map(({ id }) => [id, graph.node(id).y]),
        bends: links.map(({ id, from, to }) => [id, graph.edge(from, to, id).points]),
      });
    } catch (error) {
      parentPort.postMessage({ problem: String(error) });
    }
  });
`;

const require = createRequire(import.meta.url);
const longestMs = 4000;
const idleMs = 60_000;
const mostKept = 100;
/** The broadest find their way between the boxes; the rest of a thicket run straight, as time with Dagre grows with them. */
const mostFound = 150;

const answer = z.object({
  heights: z.array(z.tuple([z.string(), z.number()])),
  bends: z.array(z.tuple([z.string(), z.array(z.object({ x: z.number(), y: z.number() }))])),
});

const kept = new Map<string, Promise<Laid>>();

/** Where everything of a picture stands. The same picture is laid out once; one that takes too long is simply stacked. */
export function layOut(picture: Picture): Promise<Laid> {
  const key = createHash('sha256')
    .update(JSON.stringify(taskOf(picture)))
    .digest('base64');
  const before = kept.get(key);
  if (before) return before;
  const laying = inThread(picture).catch((error: unknown) => {
    log.warn({ error: String(error), boxes: picture.boxes.length }, 'a chain was stacked, not laid out');
    kept.delete(key);
    return stacked(picture);
  });
  kept.set(key, laying);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return laying;
}

/** Links within a column have no way to find; those that run back are laid as if they ran on. */
const taskOf = ({ boxes, links }: Picture) => {
  const columns = new Map(boxes.map(({ id, column }) => [id, column]));
  return {
    boxes: boxes.map(({ id, column }) => ({ id, column })),
    links: links
      .filter(({ from, to }) => columns.get(from) !== columns.get(to))
      .sort((a, b) => (b.workersAYear ?? 0) - (a.workersAYear ?? 0))
      .slice(0, mostFound)
      .map(({ id, from, to, back }) => (back ? { id, from: to, to: from } : { id, from, to })),
  };
};

let turn: Promise<unknown> = Promise.resolve();
let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;

/** One at a time, off the thread that answers. */
function inThread(picture: Picture): Promise<Laid> {
  if (picture.boxes.length === 0) return Promise.resolve(stacked(picture));
  const laying = turn.then(() => ask(picture));
  turn = laying.catch(() => undefined);
  return laying;
}

async function ask(picture: Picture): Promise<Laid> {
  clearTimeout(rest);
  thread ??= start();
  try {
    const message = once(thread, 'message', { signal: AbortSignal.timeout(longestMs) });
    thread.ref();
    thread.postMessage(taskOf(picture));
    const [{ heights, bends }] = z.tuple([answer]).parse(await message);
    thread.unref();
    rest = setTimeout(stop, idleMs).unref();
    return laidOut(picture, new Map(heights), bendsBetween(picture, new Map(bends)));
  } catch (error) {
    stop();
    throw error;
  }
}

function stop() {
  void thread?.terminate();
  thread = undefined;
}

const start = () =>
  new Worker(source, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    workerData: {
      dagre: require.resolve('@dagrejs/dagre'),
      box: sizes.box,
      gaps: { nodesep: sizes.gap.down, edgesep: sizes.gap.lines, ranksep: sizes.gap.across },
    },
  });

/** Of all points of a line those at columns between its ends: the way from one to the next is a curve of ours. */
function bendsBetween({ boxes, links }: Picture, found: Map<string, { x: number; y: number }[]>) {
  const columns = new Map(boxes.map(({ id, column }) => [id, column]));
  return new Map(
    links.map(({ id, from, to }) => {
      const [a = 0, b = 0] = [columns.get(from), columns.get(to)].sort(
        (one, other) => (one ?? 0) - (other ?? 0),
      );
      const points = found.get(id) ?? [];
      const between = Array.from({ length: Math.max(0, b - a - 1) }, (_, step) => {
        const y = points[2 * (step + 1)]?.y;
        return y === undefined ? [] : [{ x: columnMiddle(a + step + 1), y }];
      });
      return [id, between.flat()];
    }),
  );
}
