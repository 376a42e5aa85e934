/** What stands in the table; that a licence has ended follows from its last day and is never stored. */
export const standings = ['declared', 'confirmed', 'suspended', 'revoked'] as const;
export type Standing = (typeof standings)[number];

/** What a licence counts as on a day. */
export const shownStandings = ['declared', 'confirmed', 'suspended', 'expired', 'revoked'] as const;
export type Shown = (typeof shownStandings)[number];

export const standingNames: Record<Shown, string> = {
  declared: 'Declared, not confirmed',
  confirmed: 'Confirmed',
  suspended: 'Suspended',
  expired: 'Ended',
  revoked: 'Revoked',
};

export type Licence = {
  id: string;
  organisationId: string;
  country: string;
  standing: Standing;
  validUntil: string;
  /** The last day of a renewal that was declared and is not confirmed yet. */
  renewalUntil: string | null;
  reasonClass: string | null;
};

export const suspensionReasons = {
  rules_broken: 'Rules of the licence broken',
  fees_charged: 'Fees charged to workers',
  guarantee_missing: 'Financial guarantee missing',
  investigation: 'Under investigation',
  own_request: 'At the holder’s own request',
} as const;
export type SuspensionReason = keyof typeof suspensionReasons;
export const suspensionReasonCodes = [
  'rules_broken',
  'fees_charged',
  'guarantee_missing',
  'investigation',
  'own_request',
] as const satisfies readonly SuspensionReason[];

export const revocationReasons = {
  rules_broken: 'Rules of the licence broken',
  fraud: 'Fraud',
  forced_labour: 'Forced labour',
  false_declaration: 'Declared falsely, or never issued',
  own_request: 'Given up by the holder',
} as const;
export type RevocationReason = keyof typeof revocationReasons;
export const revocationReasonCodes = [
  'rules_broken',
  'fraud',
  'forced_labour',
  'false_declaration',
  'own_request',
] as const satisfies readonly RevocationReason[];

const reasonNames: Record<string, string> = { ...suspensionReasons, ...revocationReasons };
export const reasonName = (code: string) => reasonNames[code] ?? code;

/** What happened to a licence, step by step. */
export type Action =
  | 'declared'
  | 'renewal_declared'
  | 'confirmed'
  | 'renewal_confirmed'
  | 'suspended'
  | 'reinstated'
  | 'revoked';

const actionNames: Record<string, string> = {
  declared: 'Declared',
  renewal_declared: 'Renewal declared',
  confirmed: 'Confirmed',
  renewal_confirmed: 'Renewal confirmed',
  suspended: 'Suspended',
  reinstated: 'Reinstated',
  revoked: 'Revoked',
};
export const actionName = (action: string) => actionNames[action] ?? action;

/** Days ahead at which the holder is warned, the nearest first. */
export const warningSteps = [7, 30, 90] as const;
