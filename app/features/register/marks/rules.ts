import type { StandingStatus } from '../../certificates/model.ts';

/** Whether paper may be printed that says so: only of who is certified today, and under watch it is. */
export function mayCarry(status: StandingStatus): boolean {
  switch (status) {
    case 'certified':
    case 'certified_under_watch':
      return true;
    case 'applicant':
    case 'suspended':
    case 'withdrawn':
    case 'expired':
    case 'not_certified':
      return false;
  }
}

/** What a worker types: the digits of a registration number, by four, since no keyboard lacks digits. "0001 2603" of LRN00012603. */
export const codeOf = (registrationNumber: string) =>
  registrationNumber
    .replace(/^LRN/, '')
    .match(/.{1,4}/g)
    ?.join(' ') ?? registrationNumber;

/** The registration number of a code as people type it, in digits of any script; nothing of what is no code. */
export function numberOfCode(typed: string): string | undefined {
  const digits = Array.from(typed.normalize('NFKC').replace(/[\s\-.]/g, ''), digitOf).join('');
  return /^[0-9]{8,14}$/.test(digits) ? `LRN${digits}` : undefined;
}

const digit = /^\p{Nd}$/u;

/** Digits of a script stand together in Unicode, from nought to nine. */
function digitOf(letter: string) {
  if (!digit.test(letter)) return letter;
  const point = letter.codePointAt(0) ?? 0;
  let before = 0;
  while (digit.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
}
