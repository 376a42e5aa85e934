import { corridorName, countryName } from '#app/platform/places.ts';
import type { Tone } from '#app/ui/status-tag.tsx';

import { gravestTone, type Mark } from '../picture/marks.ts';
import { workersInWords } from '../picture/words.ts';
import { labelled, type Label } from './labels.ts';

/** A journey between two countries, as many respondents describe it. */
export type Corridor = { origin: string; destination: string; workersAYear: number | null; marks: Mark[] };

export type DrawnArc = {
  id: string;
  path: string;
  breadth: number;
  tone: Tone;
  title: string;
  dashed: boolean;
};
export type CorridorRow = {
  id: string;
  name: string;
  workers: string;
  risk: string;
  tone: Tone;
  /** Not on this map: a country it does not know, or one country alone. */
  drawn: boolean;
};
export type DrawnMap = {
  /** What of the world is shown: all that the corridors need and some around it. */
  view: { x: number; y: number; width: number; height: number };
  land: string;
  borders: string;
  arcs: DrawnArc[];
  names: Label[];
  /** How high letters are, in units of the view. */
  letters: number;
  rows: CorridorRow[];
};

type Point = { x: number; y: number };
type World = {
  width: number;
  height: number;
  land: string;
  borders: string;
  places: ReadonlyMap<string, Point>;
};

const [thinnest, broadest] = [1.5, 9];
/** Of a picture 1,000 wide. */
const letters = 17;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Corridors of one pair of countries become one arc; those the map does not know stand in the table alone. */
export function mapOf(corridors: readonly Corridor[], world: World): DrawnMap {
  const merged = mergedCorridors(corridors);
  const most = merged.reduce((so, { workersAYear }) => Math.max(so, workersAYear ?? 0), 1);
  const known = merged.flatMap((corridor) => {
    const [from, to] = [world.places.get(corridor.origin), world.places.get(corridor.destination)];
    return from && to && corridor.origin !== corridor.destination ? [{ corridor, from, to }] : [];
  });
  const view = viewOf(
    known.flatMap(({ from, to }) => [from, to]),
    world,
  );
  const scale = view.width / world.width;
  const breadthOf = ({ workersAYear }: Corridor) =>
    Math.max(thinnest, ((workersAYear ?? 0) / most) * broadest);
  const codes = new Set(known.flatMap(({ corridor }) => [corridor.origin, corridor.destination]));
  const drawn = new Set(known.map(({ corridor }) => idOf(corridor)));
  return {
    view,
    land: world.land,
    borders: world.borders,
    arcs: known.map(({ corridor, from, to }) => drawnArc(corridor, [from, to], breadthOf(corridor) * scale)),
    names: labelled(
      [...codes].flatMap((code) => {
        const place = world.places.get(code);
        return place ? [{ code, text: countryName(code), ...place }] : [];
      }),
      letters * scale,
    ),
    letters: tenth(letters * scale),
    rows: merged.map((corridor) => ({
      id: idOf(corridor),
      name: corridorName(idOf(corridor)),
      workers: workersInWords(corridor.workersAYear),
      risk: wordsOf(corridor).join('; ') || 'not known',
      tone: toneOf(corridor),
      drawn: drawn.has(idOf(corridor)),
    })),
  };
}

function drawnArc(corridor: Corridor, [from, to]: [Point, Point], breadth: number): DrawnArc {
  const title = [workersInWords(corridor.workersAYear), ...wordsOf(corridor)].join('; ');
  return {
    id: idOf(corridor),
    path: arcOf(from, to),
    breadth: tenth(breadth),
    tone: toneOf(corridor),
    title: `${corridorName(idOf(corridor))}: ${title}`,
    dashed: corridor.workersAYear === null,
  };
}

const idOf = ({ origin, destination }: Corridor) => `${origin}-${destination}`;
const toneOf = ({ marks }: Corridor) => gravestTone(marks.map(({ tone }) => tone));
const wordsOf = ({ marks }: Corridor) => [...new Set(marks.map(({ text }) => text))];

function mergedCorridors(corridors: readonly Corridor[]): Corridor[] {
  const merged = new Map<string, Corridor>();
  for (const corridor of corridors) {
    const before = merged.get(idOf(corridor));
    const counts = [before?.workersAYear, corridor.workersAYear].filter((count) => typeof count === 'number');
    merged.set(idOf(corridor), {
      ...corridor,
      workersAYear: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
      marks: [...(before?.marks ?? []), ...corridor.marks],
    });
  }
  return [...merged.values()].sort((a, b) => (b.workersAYear ?? -1) - (a.workersAYear ?? -1));
}

/** Bowed to the north, so that there and back are two lines. */
function arcOf(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bow = 0.22;
  const middle = { x: from.x + dx / 2 + dy * bow, y: from.y + dy / 2 - Math.abs(dx) * bow };
  return `M${tenth(from.x)} ${tenth(from.y)}Q${tenth(middle.x)} ${tenth(middle.y)} ${tenth(to.x)} ${tenth(to.y)}`;
}

/** At least a third of the world, in its own proportions. */
function viewOf(points: readonly Point[], { width, height }: World) {
  if (points.length === 0) return { x: 0, y: 0, width, height };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const share = Math.min(1, Math.max(1 / 3, ((right - left) / width) * 1.5, ((bottom - top) / height) * 1.6));
  const inside = (middle: number, part: number, all: number) =>
    tenth(Math.min(Math.max(0, middle - part / 2), all - part));
  return {
    x: inside((left + right) / 2, width * share, width),
    y: inside((top + bottom) / 2, height * share, height),
    width: tenth(width * share),
    height: tenth(height * share),
  };
}
