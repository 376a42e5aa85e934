import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const tl: TextWords = {
  check: ['TINGNAN', 'SURIIN'],
  pay: 'Walang puwedeng maningil sa iyo.',
  stop: 'Huwag magbayad.',
  unknown: 'Hindi namin kilala ang pangalang ito. Hindi ibig sabihin na ligtas ito.',
  one: 'Ito ba? Ipadala ang numero nito:',
  which: 'Alin dito? Ipadala ang numero nito:',
  others: 'Wala rito?',
  later: 'Hindi kami makasagot ngayon. Wala itong sinasabi tungkol sa anumang ahensiya.',
  how: 'Ipadala ang {word} at ang pangalan o numero ng ahensiya.',
  more: 'Higit pa:',
};
