import { ok, refuse } from '#app/platform/result.ts';

import { mostKeys, overlapHours, type ApiKey, type KeyStanding, type Overlap } from './model.ts';

type Ends = Pick<ApiKey, 'endsAt' | 'revokedAt'>;

export function keyStanding({ endsAt, revokedAt }: Ends, now: Date): KeyStanding {
  if (revokedAt) return 'revoked';
  if (!endsAt) return 'works';
  return endsAt > now ? 'ending' : 'ended';
}

const counted = (keys: readonly Ends[], standing: KeyStanding, now: Date) =>
  keys.filter((key) => keyStanding(key, now) === standing).length;

export const mayAddKey = (keys: readonly Ends[], now: Date) =>
  counted(keys, 'works', now) < mostKeys ? ok(undefined) : refuse('too_many_keys');

type Replacing = { overlap: Overlap; now: Date; others: readonly Ends[] };

/** When the old key ends. `others`: every key of the organisation. */
export function replaceKey(key: Ends, { overlap, now, others }: Replacing) {
  switch (keyStanding(key, now)) {
    case 'works':
      return overlap !== 'none' && counted(others, 'ending', now) >= mostKeys
        ? refuse('too_many_ending')
        : ok({ endsAt: new Date(now.getTime() + overlapHours[overlap] * 3_600_000) });
    case 'ending':
      return refuse('key_replaced');
    case 'ended':
      return refuse('key_ended');
    case 'revoked':
      return refuse('key_revoked');
  }
}

export function revoke(key: Ends, now: Date) {
  switch (keyStanding(key, now)) {
    case 'works':
    case 'ending':
      return ok({ revokedAt: now });
    case 'ended':
      return refuse('key_ended');
    case 'revoked':
      return refuse('key_revoked');
  }
}
