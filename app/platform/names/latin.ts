import anyAscii from 'any-ascii';

/** Long enough for any name; what is longer is no name. */
const most = 500;

/**
 * A name in Latin letters as a suggestion, for whoever bears it to correct: "Himal Rojagar" for "हिमाल रोजगार".
 * A name that is in Latin letters already is returned as it is.
 */
export function latinOf(text: string): string {
  const name = text.normalize('NFC').slice(0, most).replace(/\s+/g, ' ').trim();
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return name;
  const letters = anyAscii(spoken(name)).replace(/(?<![A-Za-z])'+/g, '');
  return letters.split(/\s+/).filter(Boolean).map(capital).join(' ');
}

/** The same letter by letter and without any guess, for comparing: "mhmd" for "محمد". ASCII alone comes back. */
export const lettersOf = (text: string) => anyAscii(text);

const devanagari = '\u0915-\u0939\u0958-\u095f';
const bangla = '\u0995-\u09b9\u09dc-\u09df';

/** What readers of a script hear and the tables leave out: unwritten vowels, the article, syllables that run together. */
const spoken = (name: string) =>
  name
    .replace(new RegExp(`(?<=[${devanagari}])(?=[${devanagari}]|[\u0904-\u0914]|\u0902)`, 'gu'), 'a')
    .replace(new RegExp(`(?<=[${bangla}])(?=[${bangla}]|[\u0985-\u0994]|\u0982)`, 'gu'), 'a')
    .replace(/(?<!\p{L})ال/gu, 'al-')
    .replace(/ا/gu, 'a')
    .replace(/ة/gu, 'a')
    .replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ');

const capital = (word: string) => word.toLowerCase().replace(/[a-z]/, (letter) => letter.toUpperCase());
