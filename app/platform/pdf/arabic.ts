/** Letters of one kind in Unicode's presentation forms: alone, at the end, at the beginning, in the middle. */
type Forms = readonly string[];

const blocks = [
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfbff],
  [0xfe80, 0xfefc],
] as const;

/** Unicode lists the forms of a letter one after the other, always in the same order. */
const formsOf = new Map<string, Forms>();
for (const [from, to] of blocks) {
  for (let code = from; code <= to; code += 1) {
    const form = String.fromCodePoint(code);
    const letter = form.normalize('NFKC');
    const known = formsOf.get(letter) ?? [];
    if (letter !== form && known.length < 4) formsOf.set(letter, [...known, form]);
  }
}
// Alef maksura begins and joins with forms that stand elsewhere, and under another letter's name.
formsOf.set('ى', ['\ufeef', '\ufef0', '\ufbe8', '\ufbe9']);

const mark = /\p{Mn}/u;
const joinsNext = (letter: string) => (formsOf.get(letter)?.length ?? 0) === 4 || letter === 'ـ';
const joinsLast = (letter: string) => (formsOf.get(letter)?.length ?? 0) > 1 || letter === 'ـ';

/**
 * Arabic letters in the form their neighbours ask for. The drawing library takes a letter and its dots for two
 * things and places the dots wrongly when it turns the line; a presentation form is one thing.
 */
export function shaped(text: string) {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  const letters = Array.from(
    text.replace(/ل(\p{Mn}*)([اأإآ])/gu, (_, marks: string, alef: string) => `ل${alef}${marks}`),
  );
  const joined = letters.reduce<string[]>((all, letter) => {
    const last = all.at(-1) ?? '';
    return formsOf.has(last + letter) && last === 'ل'
      ? [...all.slice(0, -1), last + letter]
      : [...all, letter];
  }, []);
  return joined.map((letter, index) => formIn(joined, letter, index)).join('');
}

function formIn(letters: readonly string[], letter: string, index: number) {
  const forms = formsOf.get(letter);
  if (!forms) return letter;
  const before = joinsNext(neighbour(letters, index, -1));
  const after = forms.length === 4 && joinsLast(neighbour(letters, index, 1));
  return forms[before ? (after ? 3 : 1) : after ? 2 : 0] ?? letter;
}

/** The next letter that way; marks above and below stand between letters without parting them. */
function neighbour(letters: readonly string[], from: number, step: 1 | -1) {
  let index = from + step;
  while (mark.test(letters[index] ?? '')) index += step;
  return letters[index] ?? '';
}
