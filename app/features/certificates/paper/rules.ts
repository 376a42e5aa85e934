import type { Day } from '#app/platform/calendar.ts';

import type { PaperStatus } from './model.ts';
import { words, type PaperLanguage } from './words.ts';

const isWritten = (code: string): code is PaperLanguage => Object.hasOwn(words, code);

/** English first; then the holder's own language, where it is another one and there are words for it. */
export const languagesFor = (holders: string): PaperLanguage[] =>
  holders !== 'en' && isWritten(holders) ? ['en', holders] : ['en'];

const standing: readonly string[] = ['active', 'active_under_watch', 'suspended'];

/** How a certificate stands on a day, on its own paper: expiry is derived here, too. */
export function paperStatus(
  { status, validUntil }: { status: PaperStatus; validUntil: Day },
  today: Day,
): PaperStatus {
  return standing.includes(status) && validUntil < today ? 'expired' : status;
}

/** Whatever else it says, a paper of what does not count says so. */
export const counts = (status: PaperStatus) => status === 'active' || status === 'active_under_watch';
