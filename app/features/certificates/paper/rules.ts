import type { Day } from '#app/platform/calendar.ts';

import type { PaperStatus } from './model.ts';
import { words } from './words.ts';

/** Scripts the fonts of our papers have letters for. */
const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Arabic}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Ethiopic}\p{Script=Common}\p{Script=Inherited}]*$/u;

export const isDrawable = (text: string) => drawn.test(text);

/** English first; then the holder's own language, where it is another one and there are words for it. */
export const languagesFor = (holders: string) =>
  holders !== 'en' && holders in words ? ['en', holders] : ['en'];

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
