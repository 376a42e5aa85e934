import type { Picture } from './picture.ts';

export type Point = { x: number; y: number };

/** Where boxes stand (their middles) and where links pass on their way, in pixels. */
export type Laid = {
  width: number;
  height: number;
  boxes: ReadonlyMap<string, Point>;
  links: ReadonlyMap<string, Point[]>;
};

export const sizes = { box: { width: 176, height: 68 }, gap: { across: 72, down: 22, lines: 14 } } as const;

const { box, gap } = sizes;
export const columnMiddle = (column: number) => column * (box.width + gap.across) + box.width / 2;
const widthOf = ({ columns }: Picture) => Math.max(1, columns.length) * (box.width + gap.across) - gap.across;

/** A picture whose boxes stand where they were put: columns keep their places, whatever stands in them. */
export function laidOut(
  picture: Picture,
  heights: ReadonlyMap<string, number>,
  bends: ReadonlyMap<string, Point[]>,
): Laid {
  const boxes = new Map(
    picture.boxes.map(({ id, column }) => [
      id,
      { x: columnMiddle(column), y: heights.get(id) ?? box.height / 2 },
    ]),
  );
  const deepest = [...boxes.values(), ...[...bends.values()].flat()].reduce(
    (most, { y }) => Math.max(most, y),
    0,
  );
  return { width: widthOf(picture), height: deepest + box.height / 2, boxes, links: bends };
}

/** One below the other, in the order they come: what is drawn where nothing better can be found in time. */
export function stacked(picture: Picture): Laid {
  const next = new Map<number, number>();
  const heights = new Map<string, number>();
  for (const { id, column } of picture.boxes) {
    const place = next.get(column) ?? 0;
    heights.set(id, place * (box.height + gap.down) + box.height / 2);
    next.set(column, place + 1);
  }
  return laidOut(picture, heights, new Map());
}
