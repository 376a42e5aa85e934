import type { Certificate } from '../model.ts';

/** What the panel is asked for (domain 2.6): a first certificate, a change of one that stands, or what follows from an audit that did not take place. */
export const matterKinds = [
  ...(['initial', 'recertification', 'scope_extension', 'restoration', 'lift', 'abandoned_audit'] as const),
] as const;
export type MatterKind = (typeof matterKinds)[number];

export const matterKindNames: Record<MatterKind, string> = {
  initial: 'First certificate',
  recertification: 'Recertification',
  scope_extension: 'Wider scope',
  restoration: 'Restoration',
  lift: 'End of a suspension',
  abandoned_audit: 'Audit refused or broken off',
};

export const voteChoices = ['grant', 'grant_with_conditions', 'return', 'refuse'] as const;
export type VoteChoice = (typeof voteChoices)[number];

export const voteNames: Record<VoteChoice, string> = {
  grant: 'Grant',
  grant_with_conditions: 'Grant with conditions',
  return: 'Plan the audit anew',
  refuse: 'Refuse',
};

export const matterStates = ['open', 'decided', 'dropped'] as const;
export type MatterState = (typeof matterStates)[number];

type Months = { recertificationOpensMonths: number; restorationMonths: number };

/** Of a matter whose application the panel no longer has, the state says nothing: `applicationState` does. */
export type Matter = {
  state: MatterState;
  kind: MatterKind;
  applicationState: string;
  /** The certificate that is to change, as it stands; null for a first one. */
  certificate: Certificate | null;
  months: Months;
  quorum: number;
  meeting: { closesAt: Date; closedAt: Date | null } | null;
};

export type Condition = { text: string; dueOn: string; owner: string };

/** A finding that every vote has something to say of; `blocks` where nothing is granted over it. */
export type OpenPoint = { id: string; blocks: boolean };

/** What lies before the panel: its reference, what in it is still open, and what else keeps it from being granted. */
export type Laid = {
  package: string;
  open: readonly OpenPoint[];
  bar: 'licence_lost' | 'levy_owed' | 'too_soon_after_withdrawal' | 'remedy_not_opened' | null;
};
