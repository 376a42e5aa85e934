import { refuse } from '#app/platform/result.ts';

/** Whose name must not stand in what everybody can read. */
export type Named = { name: string; side: 'team' | 'recruiter' };
export type Naming = {
  kind: Named['side'] | 'worker' | 'heard' | 'phone' | 'email';
  words: string;
  /** Beside the text of the report: in which of its findings or answers. */
  where?: string;
};

/**
 * What in a text points at a person: a name of the audit team or of the recruiter's people, the key of an interview, a
 * telephone number, an e-mail address. `spare` are names of organisations, which may be a family's own.
 */
export function namingsIn(text: string, people: readonly Named[], spare: readonly string[] = []): Naming[] {
  const found = (kind: Naming['kind'], pattern: RegExp, words = text) =>
    [...words.matchAll(pattern)].map(([match]) => ({ kind, words: match.trim() }));
  const emails = found('email', /[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()",;]+/g);
  const spared = new Set(spare.flatMap(wordsOf));
  const said = wordsOf(text);
  const names = people
    .filter(({ name }) => isSaid(name, said, spared))
    .map(({ name, side }) => ({ kind: side, words: name }));
  return [
    ...names,
    ...found('worker', /\b[A-Z]{1,2}-\d{1,3}\b/g),
    ...emails,
    ...found('phone', /(?<![\p{L}\d-])\+?\d(?:[ ().\-/]{0,2}\d){6,}(?!\p{L})/gu, withoutDays(text)),
  ].filter(unlikeEarlier);
}

const unlikeEarlier = (naming: Naming, index: number, all: readonly Naming[]) =>
  all.findIndex(({ kind, words }) => kind === naming.kind && words === naming.words) === index;

/** In small letters without accents, however they are set off. */
const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}(?<=[\u0300-\u036f])/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The whole name, or its last part where that is a word of its own and not an organisation's. */
function isSaid(name: string, said: readonly string[], spared: ReadonlySet<string>) {
  const parts = wordsOf(name);
  const last = parts.at(-1);
  if (last === undefined) return false;
  if (parts.length > 1 && last.length >= 5 && !spared.has(last) && said.includes(last)) return true;
  return said.some((_, from) => parts.every((part, at) => said[from + at] === part));
}

/** Days, years and sums of money are no telephone numbers. */
const withoutDays = (text: string) =>
  text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, ' ')
    .replace(/\b(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}\b/g, ' ')
    .replace(/(?<!\+)\b\d{1,3}(?:[ .,]\d{3})+\b(?![ .\-/]?\d)/g, ' ');

type Heard = { name: string; phone: string };

/**
 * Workers who were heard, where a report says their name or their number: the whole name however it is written, a part
 * of it, three letters at least, where it is written as a name is. `spare` are names that may stand there, of others.
 */
export function heardIn(text: string, workers: readonly Heard[], spare: readonly string[] = []): Naming[] {
  const spared = new Set(spare.flatMap(wordsOf));
  const words = wordsOf(text);
  const written = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const numbers = digits(text);
  return workers
    .flatMap(({ name, phone }) => {
      const parts = wordsOf(name).filter((part) => part.length >= 3);
      const named = written.find(
        (one) => isName(one) && parts.includes(folded(one)) && !spared.has(folded(one)),
      );
      if (named) return [named];
      if (parts.length > 1 && words.some((_, from) => parts.every((part, at) => words[from + at] === part)))
        return [name];
      const called = digits(phone).slice(-7);
      return called.length >= 6 && numbers.includes(called) ? [phone] : [];
    })
    .map((said) => ({ kind: 'heard' as const, words: said }))
    .filter(unlikeEarlier);
}

const heardName = 'names_worker_heard:';

/** Refused with the words to take out: whoever wrote them reads which ones. */
export const refuseHeard = (namings: readonly Pick<Naming, 'words'>[]) =>
  refuse(`${heardName}${[...new Set(namings.map(({ words }) => words))].join(', ')}`);

/** The words to take out, of such a refusal. */
export const heardWords = (refusal: string) =>
  refusal.startsWith(heardName) ? refusal.slice(heardName.length) : undefined;

const digits = (text: string) => text.replace(/\D/g, '');
const folded = (word: string) => wordsOf(word).join('');
/** With a capital, or in a script that has none. */
const isName = (word: string) => {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
};
