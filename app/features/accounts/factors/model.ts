/** What a person may prove themselves by beside, or instead of, the password. */
export type FactorKind = 'passkey' | 'authenticator' | 'recovery_codes';

export const factorNames: Record<FactorKind, string> = {
  passkey: 'passkey',
  authenticator: 'authenticator app',
  recovery_codes: 'recovery codes',
};

export type Passkey = { id: string; name: string; addedAt: Date; lastUsedAt: Date | null };
/** `null` where there is no authenticator app; an app that was never confirmed by a code is none. */
export type Factors = { passkeys: Passkey[]; authenticatorSince: Date | null; codesLeft: number };

/** Codes on paper for the day the phone is lost. */
export const codesInAll = 10;
/** More passkeys than a person has devices help only somebody else. */
export const mostPasskeys = 10;

export type FactorReset = {
  id: string;
  accountId: string;
  requestedBy: string;
  approvedBy: string | null;
  dueAt: Date | null;
  cancelledAt: Date | null;
  doneAt: Date | null;
};

/** Hours between the second officer's approval and the reset: time for the person to see the mails and object. */
export const resetWaitHours = 72;
