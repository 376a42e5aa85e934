import { createHash } from 'node:crypto';

import { translatedCodes, type Catalogue, type Chapter, type Line } from './model.ts';

/** Every line of these chapters, in their order; what stands in English is what there is to say. */
export function catalogueOf(chapters: readonly Chapter[]): Catalogue {
  const lines = chapters.flatMap((chapter) => linesOf(chapter));
  const keys = new Set(lines.map(({ key }) => key));
  if (keys.size !== lines.length) throw new Error('Two lines of the catalogue have one key');
  return { chapters: chapters.map(({ name, title }) => ({ name, title })), lines };
}

function linesOf({ name, words }: Chapter): Line[] {
  const said = translatedCodes.map((code) => ({ code, texts: textsOf(words[code] ?? {}) }));
  return [...textsOf(words.en)].map(([place, english]) => ({
    ...{ key: `${name}.${place}`, chapter: name, english },
    said: Object.fromEntries(
      said.flatMap(({ code, texts }) => {
        const text = texts.get(place)?.trim();
        return text ? [[code, { text, hash: hashOf(text, english) }]] : [];
      }),
    ),
  }));
}

/** Texts by their place: `topics.shelter`, `fees.1`. */
function textsOf(words: object, above = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const place = above ? `${above}.${name}` : name;
    if (typeof value === 'string') found.set(place, value);
    else if (isWords(value)) for (const [below, text] of textsOf(value, place)) found.set(below, text);
  }
  return found;
}

const isWords = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** 128 bits of a text and its English: enough that nobody meets the same twice, short enough to keep by the thousand. */
export const hashOf = (text: string, english: string) =>
  createHash('sha256')
    .update(JSON.stringify([text, english]))
    .digest('hex')
    .slice(0, 32);
