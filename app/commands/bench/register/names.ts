import type { NameParts } from '#db/embedded/many-recruiters.ts';

const onsets = 'b bh ch d dh f g h j k kh l m n p r s sh t th v w y z gr pr kr st tr'.split(' ');
const vowels = 'a a a e i i o u aa ai ee oo'.split(' ');
const codas = ['', '', '', 'n', 'r', 'l', 'm', 's', 'sh', 'k', 't', 'nd', 'ng', 'r'];

/** The same numbers on every run: what is measured today is measured tomorrow. */
export function numbersFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One of a list by a number below 1. */
export const pick = <Of>(list: readonly Of[], drawn: number): Of => {
  const one = list[Math.floor(drawn * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** Invented words of two or three syllables; nobody’s name is looked up for it. */
function inventedWords(count: number) {
  const draw = numbersFrom(4711);
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = draw() < 0.6 ? 2 : 3;
    let word = '';
    for (let at = 0; at < syllables; at += 1)
      word += pick(onsets, draw()) + pick(vowels, draw()) + (at === syllables - 1 ? pick(codas, draw()) : '');
    words.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...words];
}

export const partsOf = (): NameParts => ({
  firsts: inventedWords(60_000),
  trades:
    'Manpower,Overseas,Recruitment,Services,International,Employment Agency,Human Resources,Consultants,Enterprises,Travels,Placement,Global,Solutions,Workforce,Management,Trading,Associates,Training,Outsourcing,Staffing'.split(
      ',',
    ),
  places: 'Kathmandu,Dhaka,Manila,Colombo,Jakarta,Nairobi,Dubai,Doha,Riyadh,Chennai,Lahore,Karachi'.split(
    ',',
  ),
  forms: 'Pvt. Ltd.,Ltd.,Inc.,Co.,Est.,LLC,Sdn Bhd,Pte. Ltd.,PT,Corporation'.split(','),
});
