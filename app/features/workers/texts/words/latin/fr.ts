import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const fr: TextWords = {
  check: ['VERIFIER', 'VÉRIFIER', 'VERIFIE'],
  pay: "Personne ne peut vous prendre d'argent.",
  stop: 'Ne payez pas.',
  unknown: "Nous ne connaissons pas ce nom. Cela ne veut pas dire que c'est sûr.",
  one: 'Est-ce lui ? Envoyez son numéro :',
  which: 'Lequel ? Envoyez son numéro :',
  others: 'Pas ici ?',
  later: "Nous ne pouvons pas répondre maintenant. Cela ne dit rien d'aucune agence.",
  how: "Envoyez {word} et le nom ou le numéro de l'agence.",
  more: 'Plus :',
};
