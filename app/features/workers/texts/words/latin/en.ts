import type { TextWords } from '../model.ts';

export const en: TextWords = {
  check: ['CHECK'],
  pay: 'Nobody may take money from you.',
  stop: 'Do not pay.',
  unknown: 'We do not know this name. That does not mean it is safe.',
  one: 'Is it this one? Send its number:',
  which: 'Which one? Send its number:',
  others: 'Not here?',
  later: 'We cannot answer now. This says nothing about any agency.',
  how: 'Send {word} and the name or number of the agency.',
  more: 'More:',
};
