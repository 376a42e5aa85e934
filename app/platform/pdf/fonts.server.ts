import { createRequire } from 'node:module';

import { Font } from '@react-pdf/renderer';

import { isFace, settle } from './shaping.server.ts';
import { families, familiesFor, printable, type Family } from './words.ts';

/** Found from wherever this runs, in the bundle as well: packages keep their fonts. */
const { resolve } = createRequire(import.meta.url);

const weights = [400, 700] as const;
type Weight = (typeof weights)[number];

/** Each package is named as its family, and so are its files. */
function fileOf(family: Family, weight: Weight) {
  const name = family.toLowerCase().replaceAll(' ', '-');
  const face = weight === 400 ? '400Regular' : '700Bold';
  return resolve(`@expo-google-fonts/${name}/${face}/${family.replaceAll(' ', '')}_${face}.ttf`);
}

let ready: Promise<unknown> | undefined;

/** Once a process: what follows from a font is worked out as its letters are needed. */
export const loadFonts = () => (ready ??= registerAll());

async function registerAll() {
  for (const family of families)
    for (const weight of weights) Font.register({ family, src: fileOf(family, weight), fontWeight: weight });
  // Names and addresses must be read as they were written: no hyphens of ours.
  Font.registerHyphenationCallback((word) => [word]);
  await Promise.all(families.flatMap((family) => weights.map((weight) => loadFace(family, weight))));
}

async function loadFace(family: Family, weight: Weight) {
  const face = { fontFamily: family, fontWeight: weight };
  await Font.load(face);
  const { data } = Font.getFont(face);
  if (isFace(data)) settle(data, fileOf(family, weight));
}

/** Whether our fonts have every letter of a text: the others would be drawn as boxes. */
export async function drawer() {
  await loadFonts();
  const has = (fontFamily: Family, point: number) => {
    const { data } = Font.getFont({ fontFamily, fontWeight: 400 });
    return isFace(data) && data.hasGlyphForCodePoint(point);
  };
  return (text: string) =>
    Array.from(printable(text))
      .filter((letter) => !unseen.test(letter))
      .every((letter) => familiesFor(text).some((family) => has(family, letter.codePointAt(0) ?? 0)));
}

const unseen = /[\p{Z}\p{C}]/u;
