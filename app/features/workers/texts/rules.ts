import type { Told } from './model.ts';
import { plainSigns, segmentsOf } from './segments.ts';
import type { TextWords } from './words/model.ts';

/**
 * What an answer may cost: at most two texts, each at most two segments long (306 letters of the GSM alphabet, 134 of any
 * other script). One text where one is enough; names are cut before anything else is.
 */
export const budget = { texts: 2, segments: 2 };

/** How many of several are told, and how many letters of each name: the most first; fewer letters tell nobody apart. */
const shown = [3, 2, 1];
const [whole, lengths] = [
  [60, 40, 28],
  [60, 40, 28, 20, 14, 10],
];
type Most = { names: number; letters: number };

/** The texts of an answer, in order; each is understood without the other. */
export function textsOf(say: TextWords, told: Told, address: string): string[] {
  const saying = (most: Most) => [...linesOf(say, told, most), `${say.more} ${address}`].map(plainSigns);
  const one = whole
    .map((letters) => saying({ names: 3, letters }).join('\n'))
    .find((text) => segmentsOf(text) <= budget.segments);
  if (one !== undefined) return [one];
  const packed = shown
    .flatMap((names) => lengths.map((letters) => ({ names, letters })))
    .map((most) => inTexts(saying(most)));
  return packed.find((texts) => texts.length <= budget.texts) ?? packed.at(-1) ?? [];
}

/** As many lines in each text as it may hold. */
const inTexts = (lines: string[]) =>
  lines.reduce<string[]>((texts, line) => {
    const last = texts.at(-1);
    const longer = last === undefined ? line : `${last}\n${line}`;
    return segmentsOf(longer) <= budget.segments ? [...texts.slice(0, -1), longer] : [...texts, line];
  }, []);

/** A line each, so that words of two directions do not mix. What forbids to pay stands beside the word it follows from. */
function linesOf(say: TextWords, told: Told, { names, letters }: Most): string[] {
  switch (told.kind) {
    case 'one': {
      const { word, counts, name, number } = told;
      return [word, counts ? say.pay : say.stop, cut(name, letters), number];
    }
    case 'several': {
      const few = told.entries.slice(0, names);
      return [
        told.entries.length === 1 ? say.one : say.which,
        ...few.map(({ name, number, place }) => `${number} ${cut(name, letters)}, ${cut(place, letters)}`),
        `${say.others} ${say.stop}`,
      ];
    }
    case 'none':
      return [say.unknown, say.stop];
    case 'later':
      return [say.later, say.stop];
    case 'how':
      return [say.how.replace('{word}', say.check[0]), say.pay];
  }
}

/** Whole letters with their marks; what is left out is seen. */
function cut(text: string, most: number) {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  if (text.length <= most) return text;
  const kept = letters.reduce(
    (all, { segment }) => (all.length + segment.length <= most ? all + segment : all),
    '',
  );
  return `${kept.trimEnd()}...`;
}
