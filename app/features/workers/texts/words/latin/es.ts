import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const es: TextWords = {
  check: ['COMPROBAR', 'COMPRUEBA', 'CONSULTAR', 'VERIFICAR'],
  pay: 'Nadie puede cobrarle dinero.',
  stop: 'No pague.',
  unknown: 'No conocemos este nombre. No quiere decir que sea seguro.',
  one: '¿Es este? Mande su número:',
  which: '¿Cuál es? Mande su número:',
  others: '¿No está?',
  later: 'Ahora no podemos responder. Esto no dice nada de ninguna agencia.',
  how: 'Mande {word} y el nombre o número de la agencia.',
  more: 'Más:',
};
