/** What a key may be used for; a key holds at least one. */
export const keyScopes = ['register:read', 'verifications:write', 'watches:write'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** A key as it is kept: never the key itself, only its last characters. */
export type ApiKey = {
  id: string;
  name: string;
  hint: string;
  scopes: KeyScope[];
  madeAt: Date;
  lastUsedAt: Date | null;
  endsAt: Date | null;
  revokedAt: Date | null;
};

/** `ending`: replaced by a newer key, and good until its last moment. */
export type KeyStanding = 'works' | 'ending' | 'ended' | 'revoked';

/** How long a replaced key goes on beside the new one. */
export const overlaps = ['none', 'day', 'week'] as const;
export type Overlap = (typeof overlaps)[number];
export const overlapHours: Record<Overlap, number> = { none: 0, day: 24, week: 7 * 24 };

/** Keys an organisation may have in use, and as many again that are being replaced. */
export const mostKeys = 20;
