import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const sw: TextWords = {
  check: ['KAGUA', 'HAKIKI'],
  pay: 'Hakuna anayeruhusiwa kuchukua pesa kutoka kwako.',
  stop: 'Usilipe.',
  unknown: 'Hatulijui jina hili. Hiyo haimaanishi ni salama.',
  one: 'Ni huyu? Tuma namba yake:',
  which: 'Ni yupi? Tuma namba yake:',
  others: 'Hayumo hapa?',
  later: 'Hatuwezi kujibu sasa. Hii haisemi lolote kuhusu wakala yeyote.',
  how: 'Tuma {word} na jina au namba ya wakala.',
  more: 'Zaidi:',
};
