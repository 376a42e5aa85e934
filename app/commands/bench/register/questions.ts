import { numbersFrom, pick } from './names.ts';

/** What somebody types; `name` is whom it is meant for, null where nobody is. */
export type Question = { kind: Kind; q: string; name: string | null };

const kinds = [
  'exact',
  'beginning',
  'one mistake',
  'two mistakes',
  'other script',
  'other order',
  'common',
  'nobody',
] as const;
type Kind = (typeof kinds)[number];
type Draw = () => number;

/** Every kind of question in turn, of these names; the same on every run. */
export function asked(names: string[]): Question[] {
  const draw = numbersFrom(99);
  return names.map((name, place) => {
    const kind = pick(kinds, (place % kinds.length) / kinds.length);
    const meant = kind === 'common' || kind === 'nobody' ? null : name;
    return { kind, q: typed[kind](name, draw), name: meant };
  });
}

const typed: Record<Kind, (name: string, draw: Draw) => string> = {
  exact: (name) => name,
  beginning: (name) => name.slice(0, Math.ceil(name.length * 0.75)),
  'one mistake': (name, draw) => mistaken(name, [0], draw),
  'two mistakes': (name, draw) => mistaken(name, [0, 1], draw),
  'other script': (name) => withoutForm(name).split(' ').map(inDevanagari).join(' '),
  'other order': (name) => withoutForm(name).split(' ').reverse().join(' '),
  common: (_, draw) =>
    pick(['manpower', 'overseas services', 'recruitment', 'international manpower', 'services'], draw()),
  nobody: (_, draw) => pick(['qzxwvut kkkppp', 'zzyzx qwerty unfound', 'nobody of this sort', 'xqj'], draw()),
};

const withoutForm = (name: string) =>
  name.replace(/ (Pvt\. Ltd\.|Ltd\.|Inc\.|Co\.|Est\.|LLC|Sdn Bhd|Pte\. Ltd\.|PT|Corporation)$/, '');

function mistaken(name: string, places: number[], draw: Draw) {
  const words = name.split(' ');
  for (const place of places) words[place] = oneWrong(words[place] ?? '', draw);
  return words.join(' ');
}

/** A letter less, another, one more, or two that changed places. */
function oneWrong(word: string, draw: Draw) {
  const at = 1 + Math.floor(draw() * Math.max(1, word.length - 2));
  const letter = pick(Array.from('abcdefghijklmnopqrstuvwxyz'), draw());
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  return pick(
    [
      before + after,
      before + letter + after,
      before + letter + word.slice(at),
      before + after.slice(0, 1) + (word[at] ?? '') + after.slice(1),
    ],
    draw(),
  );
}

const trades = new Map(
  'Manpower म्यानपावर Overseas ओभरसिज Recruitment रिक्रुटमेन्ट Services सर्भिसेज Human ह्युमन Resources रिसोर्सेज Employment इम्प्लोइमेन्ट Agency एजेन्सी International इन्टरनेसनल Consultants कन्सल्ट्यान्ट्स Enterprises इन्टरप्राइजेज Travels ट्राभल्स Placement प्लेसमेन्ट Global ग्लोबल Solutions सोलुसन्स Workforce वर्कफोर्स Management म्यानेजमेन्ट Trading ट्रेडिङ Associates एसोसिएट्स Training ट्रेनिङ Outsourcing आउटसोर्सिङ Staffing स्टाफिङ Kathmandu काठमाडौं Dhaka ढाका Manila मनिला Colombo कोलम्बो Jakarta जकार्ता Nairobi नैरोबी Dubai दुबई Doha दोहा Riyadh रियाद Chennai चेन्नई Lahore लाहोर Karachi कराची'
    .split(/ (?=[A-Z])/)
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);
const consonants = new Map(
  'b ब bh भ ch च d द dh ध f फ g ग h ह j ज k क kh ख l ल m म n न p प r र s स sh श t त th थ v व w व y य z ज c क q क'
    .match(/\w+ \S+/g)
    ?.map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);
const signs: Record<string, [string, string]> = {
  a: ['अ', ''],
  aa: ['आ', 'ा'],
  ai: ['ऐ', 'ै'],
  e: ['ए', 'े'],
  ee: ['ई', 'ी'],
  i: ['इ', 'ि'],
  o: ['ओ', 'ो'],
  oo: ['ऊ', 'ू'],
  u: ['उ', 'ु'],
};

/** As a sign painter would: vowels on their consonants, two consonants joined. */
function inDevanagari(word: string) {
  const known = trades.get(word);
  if (known) return known;
  let [written, open] = ['', false];
  for (const [sound] of word.toLowerCase().matchAll(/bh|ch|dh|kh|sh|th|aa|ai|ee|oo|[a-z]/g)) {
    const sign = signs[sound];
    if (sign) written += open ? sign[1] : sign[0];
    else written += (open ? '्' : '') + (consonants.get(sound) ?? '');
    open = !sign;
  }
  return written;
}
