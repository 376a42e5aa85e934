type Shaped = { id: number; cluster: number };

/**
 * Which letters each glyph of a shaped text stands for. The drawing library counts letters by its glyphs: each letter is
 * counted once, and no glyph of a group comes without one as long as there are enough of them.
 */
export function spread(text: string, shaped: readonly Shaped[], nominal: (point: number) => number) {
  const points: number[][] = shaped.map(() => []);
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  starts.forEach((start, at) => {
    const group = shaped.flatMap(({ cluster }, index) => (cluster === start ? [index] : []));
    const left = Array.from(text.slice(start, starts[at + 1]), (letter) => letter.codePointAt(0) ?? 0);
    for (const index of group) {
      const own = left.findIndex((point) => nominal(point) === shaped[index]?.id);
      if (own >= 0) points[index] = left.splice(own, 1);
    }
    for (const index of group) if (points[index]?.length === 0) points[index] = left.splice(0, 1);
    points[group.at(-1) ?? 0]?.push(...left);
  });
  return points;
}

const half = /(?<=[\u17be-\u17c0\u17c4\u17c5])\u200d/g;

/** What is to be shaped, and where each of its letters stands in the text. */
export function withoutHalves(text: string) {
  const halves = new Set(Array.from(text.matchAll(half), ({ index }) => index));
  const places = Array.from({ length: text.length }, (_, index) => index).filter(
    (index) => !halves.has(index),
  );
  return { bare: text.replace(half, ''), places };
}
