import { createRequire } from 'node:module';

import { Font } from '@react-pdf/renderer';

import { isFace, settle } from './shaping.server.ts';
import { families, type Family } from './words.ts';

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

/** The letters each family has. */
export async function lettersOfFonts() {
  await loadFonts();
  const letters = (fontFamily: Family) => {
    const { data } = Font.getFont({ fontFamily, fontWeight: 400 });
    return isFace(data) ? data.characterSet : [];
  };
  return Object.fromEntries(families.map((family) => [family, letters(family)]));
}
