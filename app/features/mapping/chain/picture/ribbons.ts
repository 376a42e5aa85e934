import { sizes, type Laid, type Point } from './laid.ts';
import type { Link, Picture } from './picture.ts';

/** A link as a line of its breadth; `path` is SVG's. */
export type Ribbon = { id: string; path: string; breadth: number };

const { box } = sizes;
const broadest = 26;
const thinnest = 2;
const margin = 8;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Breadth by workers, so that all that leave or reach a box have room on its side. Of an unknown number: thin. */
export function ribbonsOf(picture: Picture, laid: Laid): Ribbon[] {
  const breadths = breadthsOf(picture.links);
  const ports = new Map([
    ...portsOf(picture, laid, breadths, 'out'),
    ...portsOf(picture, laid, breadths, 'in'),
  ]);
  return picture.links.map((link) => {
    const [leaves, arrives] = [ports.get(`out ${link.id}`), ports.get(`in ${link.id}`)];
    const bends = laid.links.get(link.id) ?? [];
    return {
      id: link.id,
      path: leaves && arrives ? pathOf([leaves, ...bends, arrives]) : '',
      breadth: breadths.get(link.id) ?? thinnest,
    };
  });
}

function breadthsOf(links: readonly Link[]): Map<string, number> {
  const most = links.reduce((so, { workersAYear }) => Math.max(so, workersAYear ?? 0), 1);
  const wished = links.map((link) => ({ link, breadth: ((link.workersAYear ?? 0) / most) * broadest }));
  const sides = new Map<string, number>();
  for (const { link, breadth } of wished) {
    for (const side of [`out ${link.from}`, `in ${link.to}`])
      sides.set(side, (sides.get(side) ?? 0) + breadth);
  }
  const fullest = [...sides.values()].reduce((so, each) => Math.max(so, each), 1);
  const scale = Math.min(1, (box.height - margin) / fullest);
  return new Map(wished.map(({ link, breadth }) => [link.id, Math.max(thinnest, tenth(breadth * scale))]));
}

/** Where each link meets its boxes, sorted by where it comes from, so that lines at one side do not cross. */
function portsOf(
  { boxes, links }: Picture,
  laid: Laid,
  breadths: ReadonlyMap<string, number>,
  side: 'out' | 'in',
): [string, Point][] {
  const [here, there]: ['from' | 'to', 'from' | 'to'] = side === 'out' ? ['from', 'to'] : ['to', 'from'];
  const columns = new Map(boxes.map(({ id, column }) => [id, column]));
  return boxes.flatMap(({ id }) => {
    const own = links.filter((link) => link[here] === id);
    const middle = laid.boxes.get(id) ?? { x: 0, y: 0 };
    const farY = (link: Link) => laid.boxes.get(link[there])?.y ?? 0;
    const sorted = own.toSorted((a, b) => farY(a) - farY(b));
    const room = (box.height - margin) / Math.max(1, sorted.length);
    const all = sorted.reduce((sum, { id: link }) => sum + Math.min(room, breadths.get(link) ?? thinnest), 0);
    let y = middle.y - all / 2;
    return sorted.map((link): [string, Point] => {
      const breadth = Math.min(room, breadths.get(link.id) ?? thinnest);
      y += breadth;
      const onward = (columns.get(link[there]) ?? 0) > (columns.get(id) ?? 0);
      // Links within a column leave and arrive on the side that faces the site.
      const sameColumn = columns.get(link[there]) === columns.get(id);
      const x = middle.x + (onward || sameColumn ? box.width : -box.width) / 2;
      return [`${side} ${link.id}`, { x: tenth(x), y: tenth(y - breadth / 2) }];
    });
  });
}

/** Level where it passes a column, a soft curve between. */
function pathOf([first, ...rest]: Point[]): string {
  if (!first) return '';
  const last = rest.at(-1);
  const bends = last && last.x < first.x ? [...rest.slice(0, -1).reverse(), last] : rest;
  let at = first;
  const ahead = last && last.x < first.x ? -1 : 1;
  const parts = bends.map((point) => {
    const isEnd = point === last;
    const reach = isEnd ? 0 : (ahead * box.width) / 2;
    const entry = point.x - reach;
    // Two of one column meet around its side.
    const middle = entry === at.x ? at.x + sizes.gap.across * 0.6 : (at.x + entry) / 2;
    const start = at.y;
    at = { x: point.x + reach, y: point.y };
    const level = isEnd ? '' : `H${tenth(at.x)}`;
    return `C${tenth(middle)} ${tenth(start)} ${tenth(middle)} ${tenth(point.y)} ${tenth(entry)} ${tenth(point.y)}${level}`;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}
