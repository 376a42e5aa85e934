import { latinOf } from './latin.ts';

/** Words that say what kind of firm it is, not which. */
const legal = new Set(
  'pvt private ltd limited llc inc co company corp corporation plc gmbh sdn bhd pt cv and the'.split(' '),
);

/** Letters that do not come apart into a plain one and its sign. */
const plain: Record<string, string> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** A name in Latin letters, lower case, without signs and punctuation: what is stored beside it and compared. */
export const latinName = (name: string) =>
  latinOf(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đłøßæœıþð]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The same for "Himal Services Pvt. Ltd." and "Services, Himal": equal keys are similar names. */
export function nameKey(name: string) {
  const words = latinName(name).split(' ').filter(Boolean);
  const telling = words.filter((word) => !legal.has(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
}

/** A registration number as it is compared: letters and digits alone. */
export const numberKey = (number: string) => number.toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, '');
