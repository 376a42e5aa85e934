import { readFileSync } from 'node:fs';

import { Blob, Buffer as Letters, Direction, Face as Outlines, Font as Shaper, shape } from 'harfbuzzjs';

import { spread, withoutHalves } from './spread.ts';

type Glyph = { id: number; advanceWidth: number; codePoints: number[] };
type Position = {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth?: number;
};
type Run = { glyphs: Glyph[]; positions: Position[]; direction?: string };

export type Face = {
  characterSet: number[];
  glyphForCodePoint: (point: number) => Glyph;
  getGlyph: (id: number) => Glyph;
  layout: (text: string, features: unknown, ...rest: unknown[]) => Run;
};
export const isFace = (data: object | null): data is Face => data !== null && 'layout' in data;

const simple =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * The drawing library shapes Burmese not at all, falls over signs of Khmer, and cuts off the end of a text whose letters
 * have several glyphs: those scripts are shaped by HarfBuzz. The others keep one glyph a letter. Either way the library
 * forgets how far a sign is moved aside, so the move is told as the way from glyph to glyph.
 */
export function settle(face: Face, file: string) {
  const layout = face.layout.bind(face);
  let shaper: Shaper | undefined;
  face.layout = (text, features, ...rest) => {
    const run = simple.test(text)
      ? lettered(face, layout(text, { ccmp: false, rlig: false }, ...rest), text)
      : shapedRun(face, (shaper ??= shaperOf(file)), text);
    run.positions.forEach((position, index) => {
      const before = run.positions[index - 1];
      if (!before || position.xOffset === 0) return;
      before.xAdvance += position.xOffset;
      position.xAdvance -= position.xOffset;
      position.xOffset = 0;
    });
    return run;
  };
}

const shaperOf = (file: string) => new Shaper(new Outlines(new Blob(readFileSync(file)), 0));

function shapedRun(face: Face, shaper: Shaper, text: string): Run {
  const { bare, places } = withoutHalves(text);
  const letters = new Letters();
  letters.addText(bare);
  letters.guessSegmentProperties();
  letters.setDirection(Direction.LTR);
  shape(shaper, letters);
  const shaped = letters.getGlyphInfosAndPositions();
  const points = spread(
    text,
    shaped.map(({ codepoint, cluster }) => ({ id: codepoint, cluster: places[cluster] ?? cluster })),
    (point) => face.glyphForCodePoint(point).id,
  );
  return {
    glyphs: shaped.map(({ codepoint }, index) => glyphOf(face, codepoint, points[index] ?? [])),
    positions: shaped.map(({ codepoint, xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      ...{ xAdvance, yAdvance, xOffset, yOffset },
      advanceWidth: face.getGlyph(codepoint).advanceWidth,
    })),
  };
}

/** A glyph a letter, each with its own: of one that stood for another letter before, the library would count that one. */
function lettered(face: Face, run: Run, text: string): Run {
  const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  if (letters.length !== run.glyphs.length) return run;
  if (run.direction === 'rtl') letters.reverse();
  return {
    glyphs: run.glyphs.map(({ id }, index) => glyphOf(face, id, [letters[index] ?? 0])),
    positions: run.positions,
  };
}

/** The library keeps one object a glyph, whatever letters it stands for: ours say which, in this place. */
const glyphOf = (face: Face, id: number, codePoints: number[]): Glyph => ({
  ...{ id, codePoints },
  advanceWidth: face.getGlyph(id).advanceWidth,
});
