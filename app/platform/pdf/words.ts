import { shaped } from './arabic.ts';

/** What a text needs so that every letter is drawn: its fonts, its direction, and where its lines may break. */
const scripts = [
  { family: 'Noto Sans Devanagari', letters: /\p{Script=Devanagari}/u },
  { family: 'Noto Sans Bengali', letters: /\p{Script=Bengali}/u },
  { family: 'Noto Sans Arabic', letters: /\p{Script=Arabic}/u },
  { family: 'Noto Sans Thai', letters: /\p{Script=Thai}/u },
  { family: 'Noto Sans Khmer', letters: /\p{Script=Khmer}/u },
  { family: 'Noto Sans Myanmar', letters: /\p{Script=Myanmar}/u },
  { family: 'Noto Sans Ethiopic', letters: /\p{Script=Ethiopic}/u },
  { family: 'Noto Sans Tamil', letters: /\p{Script=Tamil}/u },
  { family: 'Noto Sans Sinhala', letters: /\p{Script=Sinhala}/u },
  { family: 'Noto Sans Lao', letters: /\p{Script=Lao}/u },
  { family: 'Noto Sans Telugu', letters: /\p{Script=Telugu}/u },
  { family: 'Noto Sans Malayalam', letters: /\p{Script=Malayalam}/u },
  { family: 'Noto Sans Gurmukhi', letters: /\p{Script=Gurmukhi}/u },
] as const;

export const latin = 'Noto Sans';
export type Family = typeof latin | (typeof scripts)[number]['family'];
export const families: readonly Family[] = [latin, ...scripts.map(({ family }) => family)];

/** The script's own font stands first, so that joiners and spaces between its letters do not cut it in two. */
export const familiesFor = (text: string): Family[] => [
  ...scripts.filter(({ letters }) => letters.test(text)).map(({ family }) => family),
  latin,
];

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** By the first letter of a text, as browsers do. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

export const directionOfLanguage = (language: string): 'ltr' | 'rtl' =>
  /^(ar|ur|fa|he|ps|sd|ug)\b/.test(language) ? 'rtl' : 'ltr';

/** None of the fonts has an arrow. */
const drawn: Record<string, string> = { '→': '›', '←': '‹', '✓': '√' };

/** Vowels written around a letter, in their parts: each is drawn, and counted, as one. */
const parted = (text: string) =>
  text
    .replace(/[\u09cb\u09cc\u0bca-\u0bcc\u0c48\u0d4a-\u0d4c\u0dda\u0ddc-\u0dde]/g, (vowel) =>
      vowel.normalize('NFD'),
    )
    .replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32')
    .replace(/([\u0ec8-\u0ecb]?)\u0eb3/g, '\u0ecd$1\u0eb2')
    .replace(/[\u17be-\u17c0\u17c4\u17c5]/g, `$&${joiner}`);

/** Stands for the other half of a vowel of Khmer, which has no letter of its own. */
export const joiner = '\u200d';

/** One space for many: two of them would be read as a place for a hyphen. Controls are not drawn at all. */
export const printable = (text: string) =>
  shaped(text.normalize('NFC'))
    .replace(/[→←✓]/g, (sign) => drawn[sign] ?? sign)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\u00ad\ufeff\u200b]|(?!\n)\p{Cc}/gu, '')
    .replace(/[\s\S]+/, parted);

const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/u;
const longest = 24;

/** Pieces between which a line may end without a hyphen: words of unspaced scripts, and parts of very long words. */
export const pieces = (text: string): string[] =>
  text.split(/(?<=\s)|(?=\s)/u).reduce<string[]>((all, word) => {
    const parts = unspaced.test(word) ? wordsOf(word) : word.length > longest ? partsOf(word) : [word];
    // Spaces and plain words stay together: only a place to break ends a piece.
    const [first = '', ...rest] = parts;
    return [...all.slice(0, -1), (all.at(-1) ?? '') + first, ...rest];
  }, []);

const wordsOf = (text: string) =>
  [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** Whole letters with their marks, never half of one. */
function partsOf(word: string) {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)];
  return letters.reduce<string[]>((all, { segment }) => {
    const last = all.at(-1) ?? '';
    return all.length > 0 && last.length < longest / 2
      ? [...all.slice(0, -1), last + segment]
      : [...all, segment];
  }, []);
}
