/** Rounded to a tenth: a picture needs no more, and its text stays short. */
const tenth = (value: number) => Math.round(value * 10) / 10;

export type Point = { x: number; y: number };

/** Where a value stands on its axis of a radar; the first axis points up, the others follow clockwise. */
export function onAxis(
  { axis, of, share }: { axis: number; of: number; share: number },
  radius: number,
): Point {
  const angle = (2 * Math.PI * axis) / of - Math.PI / 2;
  return { x: tenth(radius * share * Math.cos(angle)), y: tenth(radius * share * Math.sin(angle)) };
}

/** The points of a shape over all axes; an axis without a value is left out. */
export const radarPoints = (shares: readonly (number | undefined)[], radius: number) =>
  shares.flatMap((share, axis) =>
    share === undefined ? [] : [onAxis({ axis, of: shares.length, share }, radius)],
  );

export const asPoints = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(' ');

/** Points of a line from left to right over a box; one alone stands in the middle. */
export const linePoints = (
  shares: readonly (number | undefined)[],
  { width, height }: { width: number; height: number },
) =>
  shares.flatMap((share, index) =>
    share === undefined
      ? []
      : [
          {
            x: tenth(shares.length === 1 ? width / 2 : (width * index) / (shares.length - 1)),
            y: tenth(height * (1 - share)),
          },
        ],
  );

/** "2.4"; a dash where nothing is known. */
export const valueInWords = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));
