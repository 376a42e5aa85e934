import type { Verdict } from '../model.ts';

/** What the status lists say of one credential. */
export type Status = 'clear' | 'suspended' | 'revoked' | 'unavailable';

type Dated = { validFrom: Date; validUntil: Date | undefined };

/** What a credential whose signature is right is worth at a moment; in doubt never "valid". */
export function verdictOf({ validFrom, validUntil }: Dated, status: Status, now: Date): Verdict {
  if (now < validFrom) return 'not_yet_valid';
  // Withdrawn says more than expired, and expired more than that nobody could be asked.
  if (status === 'revoked') return 'revoked';
  if (validUntil && validUntil < now) return 'expired';
  switch (status) {
    case 'unavailable':
      return 'status_unavailable';
    case 'suspended':
      return 'suspended';
    case 'clear':
      return 'valid';
  }
}

/** The worst of what several lists say of one credential. */
export function worst(statuses: readonly Status[]): Status {
  const order: Status[] = ['revoked', 'unavailable', 'suspended'];
  return order.find((status) => statuses.includes(status)) ?? 'clear';
}
