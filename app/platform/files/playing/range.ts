/** First and last byte, counted from nought. */
export type Part = { from: number; to: number };

/**
 * The part of a file that a player asks for (RFC 9110, 14.1.2): one from a byte on, between two, or the last so many. `whole`
 * where nothing is asked for, several are, or what is asked cannot be read; `none` where the file has no such part.
 */
export function rangeOf(header: string | null, bytes: number): Part | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (!first && !last) return 'whole';
  if (!first) return Number(last) === 0 ? 'none' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const [from, to] = [Number(first), last ? Number(last) : Infinity];
  if (to < from) return 'whole';
  return from >= bytes ? 'none' : { from, to: Math.min(to, bytes - 1) };
}
