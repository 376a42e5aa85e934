import type { SuspensionReason, WatchReason, WithdrawalReason } from '../model.ts';

/** What of a certificate may be appealed against (domain 2.6): a status, a smaller scope, a refusal of the panel. */
export const appealable = ['suspended', 'withdrawn', 'reduced', 'refused'] as const;
export type Against = (typeof appealable)[number];

/** What may stand again until the appeal is decided: a status, or a scope; a refusal of the panel left nothing that stood. */
export const stayable: readonly Against[] = ['suspended', 'withdrawn', 'reduced'];

export const againstNames: Record<Against, string> = {
  suspended: 'The certificate was suspended',
  withdrawn: 'The certificate was withdrawn',
  reduced: 'Its scope was reduced',
  refused: 'The panel refused what was asked for',
};

export type Outcome = 'upheld' | 'dismissed';
export type Stay = 'granted' | 'refused';

/** The status the decision took away, and the one it brought. */
export type Before =
  | { status: 'active' }
  | { status: 'active_under_watch'; reasonClass: WatchReason }
  | { status: 'suspended'; reasonClass: SuspensionReason }
  // A graver reason was put on what had ended before.
  | { status: 'withdrawn'; reasonClass: WithdrawalReason };
export type Decided =
  | { status: 'suspended'; reasonClass: SuspensionReason }
  | { status: 'withdrawn'; reasonClass: WithdrawalReason };

/** What the public reads of each. */
export const publicly = {
  active: 'certified',
  active_under_watch: 'certified_under_watch',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
} as const;

/** An appeal as its rules see it. */
export type Appeal = {
  against: Against;
  acknowledged: boolean;
  stay: Stay | null;
  outcome: Outcome | null;
  acknowledgeBy: string;
  dueOn: string;
};

/** What the clock tells of an appeal. */
export const noticeSteps = ['acknowledgement_late', 'decision_soon', 'decision_late'] as const;
export type NoticeStep = (typeof noticeSteps)[number];
