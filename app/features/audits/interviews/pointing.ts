import type { Identity } from './model.ts';

type Said = Identity & { notes: string };

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
const digits = (text: string) => text.replace(/\D/g, '');

/** Whether notes hold a longer part of the worker's name, or the end of the telephone number. */
export function pointsAt({ notes, name, phone }: Said) {
  const said = wordsIn(notes);
  const named = [...wordsIn(name)].some((part) => part.length >= 4 && said.has(part));
  const called = digits(phone).slice(-7);
  return named || (called.length >= 6 && digits(notes.replace(/[^\d\n\p{L}]/gu, '')).includes(called));
}
