import { countryName } from '#app/platform/places.ts';
import type { Tone } from '#app/ui/status-tag.tsx';

import type { ActorKind, Chain, ChainEdge, ChainNode } from '../model.ts';
import { feesInWords, feesOn } from './fees.ts';
import { sizes, type Laid } from './laid.ts';
import { gravestTone, markOfEdge, type Mark } from './marks.ts';
import type { Box, Link, Picture } from './picture.ts';
import { ribbonsOf } from './ribbons.ts';
import { countInWords, kindWords, partyName, workersInWords } from './words.ts';

export type DrawnBox = {
  id: string;
  kind: ActorKind;
  x: number;
  y: number;
  title: string;
  lines: string[];
  tone: Tone;
  several: boolean;
  withheld: boolean;
  href: string | null;
};
export type DrawnLink = {
  id: string;
  path: string;
  breadth: number;
  tone: Tone;
  title: string;
  dashed: boolean;
};

/** All a page needs to show a chain: places and words, no answers. */
export type Drawing = {
  width: number;
  height: number;
  headings: { x: number; text: string }[];
  boxes: DrawnBox[];
  links: DrawnLink[];
  /** Parties that share a box with others of their kind. */
  grouped: number;
  inside: number;
};

/** Standings of parties and risks of edges by their ids, where somebody knows them. */
export type Judged = {
  parties?: ReadonlyMap<string, Mark>;
  edges?: ReadonlyMap<string, Mark>;
  /** Where a box leads: the nodes that stand in it. */
  href?: (box: Box) => string | null;
};

export function drawingOf(
  chain: Chain,
  { picture, laid }: { picture: Picture; laid: Laid },
  judged: Judged,
): Drawing {
  const nodes = new Map(chain.nodes.map((node) => [node.id, node]));
  const edges = new Map(chain.edges.map((edge) => [edge.id, edge]));
  const around = { nodes, edges, judged, chain: edgesByNode(chain), laid };
  const boxes = picture.boxes.map((box) => drawnBox(box, around));
  const titles = new Map(boxes.map(({ id, title }) => [id, title]));
  const ribbons = new Map(ribbonsOf(picture, laid).map((ribbon) => [ribbon.id, ribbon]));
  const step = sizes.box.width + sizes.gap.across;
  return {
    width: laid.width,
    height: laid.height,
    headings: picture.columns.flatMap((kind, column) =>
      picture.columns[column - 1] === kind ? [] : [{ x: column * step, text: kindWords[kind].one }],
    ),
    boxes,
    links: picture.links.map((link) => drawnLink(link, { titles, ...around }, ribbons.get(link.id))),
    grouped: picture.boxes.reduce((sum, { nodes: all }) => sum + (all.length > 1 ? all.length : 0), 0),
    inside: picture.inside,
  };
}

type Around = {
  nodes: ReadonlyMap<string, ChainNode>;
  edges: ReadonlyMap<string, ChainEdge>;
  judged: Judged;
  chain: ReadonlyMap<string, { leaving: ChainEdge[]; paid: ChainEdge[] }>;
  laid: Laid;
};

const noEdges = (): { leaving: ChainEdge[]; paid: ChainEdge[] } => ({ leaving: [], paid: [] });

function edgesByNode({ nodes, edges }: Chain) {
  const by = new Map(nodes.map(({ id }) => [id, noEdges()]));
  for (const edge of edges) {
    by.get(edge.from)?.leaving.push(edge);
    for (const payee of new Set(edge.payments.map((payment) => payment.payee ?? '')))
      by.get(payee)?.paid.push(edge);
  }
  return by;
}

function drawnBox(box: Box, around: Around): DrawnBox {
  const all = box.nodes.flatMap((id) => around.nodes.get(id) ?? []);
  const [first] = all;
  const several = all.length > 1;
  const marks = all.flatMap(({ id }) => around.judged.parties?.get(id) ?? []);
  const ids = new Set(box.nodes);
  const paid = [...new Set(box.nodes.flatMap((id) => around.chain.get(id)?.paid ?? []))];
  const fees = feesInWords(feesOn(paid, ({ payee }) => payee !== null && ids.has(payee)));
  const unlicensed = all.filter(({ licensed }) => licensed === 'no').length;
  const { x, y } = around.laid.boxes.get(box.id) ?? { x: 0, y: 0 };
  return {
    ...{ id: box.id, kind: box.kind, several },
    x: x - sizes.box.width / 2,
    y: y - sizes.box.height / 2,
    title:
      several || !first ? `${countInWords(all.length)} ${kindWords[box.kind].several}` : partyName(first),
    lines: [
      ...(several ? [whereabouts(box)] : []),
      ...marksInWords(marks, several),
      ...(fees ? [fees.startsWith('a fee') ? fees : `fee ${fees}`] : []),
      ...(unlicensed > 0 ? [several ? `${countInWords(unlicensed)} without a licence` : 'no licence'] : []),
      ...workersLine(box, around),
    ].slice(0, 2),
    tone: gravestTone([
      ...marks.map(({ tone }) => tone),
      ...(fees || unlicensed > 0 ? (['suspended'] as const) : []),
      ...(marks.length === 0 ? (['neutral'] as const) : []),
    ]),
    withheld: all.some(({ withheld }) => withheld) && !several,
    href: around.judged.href?.(box) ?? null,
  };
}

const whereabouts = ({ country, countries }: Box) =>
  country
    ? `in ${countryName(country)}`
    : countries > 1
      ? `in ${countInWords(countries)} countries`
      : 'country unknown';

function marksInWords(marks: readonly Mark[], several: boolean): string[] {
  if (!several) return marks.map(({ text }) => text);
  const worst = gravestTone(marks.map(({ tone }) => tone));
  const same = marks.filter(({ tone }) => tone === worst);
  return same.length === 0 ? [] : [`${countInWords(same.length)}: ${same[0]?.text ?? ''}`];
}

function workersLine(box: Box, { chain }: Around): string[] {
  const counts = box.nodes
    .flatMap((id) => chain.get(id)?.leaving ?? [])
    .map(({ workersAYear }) => workersAYear);
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? [] : [workersInWords(known.reduce((sum, count) => sum + count, 0))];
}

type Named = Around & { titles: ReadonlyMap<string, string> };

function drawnLink(
  link: Link,
  { titles, edges, nodes, judged }: Named,
  ribbon: { path: string; breadth: number } | undefined,
): DrawnLink {
  const own = link.edges.flatMap((id) => edges.get(id) ?? []);
  const marks = own.map(
    (edge) => judged.edges?.get(edge.id) ?? markOfEdge(edge, nodes.get(edge.from)?.kind === 'place'),
  );
  const tone = gravestTone(marks.map((mark) => mark.tone));
  const worst = [...new Set(marks.filter((mark) => mark.tone === tone).map(({ text }) => text))];
  const more = worst.length > 3 ? [`and ${countInWords(worst.length - 3)} more`] : [];
  const way = `${titles.get(link.from) ?? ''} to ${titles.get(link.to) ?? ''}`;
  return {
    id: link.id,
    path: ribbon?.path ?? '',
    breadth: ribbon?.breadth ?? 2,
    tone,
    title: `${way}: ${[workersInWords(link.workersAYear), ...worst.slice(0, 3), ...more].join('; ')}`,
    dashed: link.workersAYear === null || link.back,
  };
}
