/** Mails to the holder of a certificate that a language says by itself. */
const ownKinds = [
  ...(['issued', 'suspended', 'suspended_graver', 'watched', 'cleared', 'reinstated'] as const),
  ...(['withdrawn', 'withdrawn_graver'] as const),
  ...(['ends', 'will_be_withdrawn', 'will_be_suspended', 'licence_will_suspend', 'expired'] as const),
  ...(['surveillance_will_suspend'] as const),
  ...(['scope_reduced', 'scope_audited', 'scope_extended', 'scope_refused', 'transfer_declined'] as const),
  ...(['recertification_opened', 'recertification_late'] as const),
  ...(['claim_registered', 'claim_refused', 'claim_ended', 'claim_withdrawn', 'claim_misused'] as const),
  ...(['appeal_lodged', 'appeal_acknowledged', 'stay_granted', 'stay_refused'] as const),
  ...(['appeal_upheld', 'appeal_upheld_again', 'appeal_dismissed'] as const),
];
/** What follows on them. */
const followingKinds = [
  ...([
    'suspended_to_end',
    'suspended_graver_to_end',
    'suspended_unheld',
    'suspended_graver_unheld',
    'scope_carried',
    'scope_ended',
    'claim_check',
  ] as const),
];
export const kinds = [...ownKinds, ...followingKinds];
export type Kind = (typeof kinds)[number];

type Step = 'see' | 'todo' | 'decision' | 'appeal' | 'claims' | 'misuse';

/** What the public reads of a watch, a suspension or a withdrawal. */
type Reason =
  | ('open_major_finding' | 'special_audit' | 'fees_charged' | 'documents_withheld' | 'critical_finding')
  | (
      | 'surveillance_not_held'
      | 'late_corrective_action'
      | 'audit_refused'
      | 'licence_lost'
      | 'levy_unpaid'
      | 'claims_misused'
    )
  | ('own_request' | 'suspension_unresolved' | 'fraud' | 'forced_labour' | 'licence_revoked');

/**
 * `{number}`, days such as `{since}`, `{place}`, `{body}` and the names of statuses are filled in. What was said for this
 * certificate alone stands before `after`; `open` says that there is an appeal, and `closed` that there is none.
 */
type MailWords = {
  /** "Certificate …" and the heading, where it is left out. */
  subject?: string;
  heading: string;
  text: readonly string[];
  after?: readonly string[];
  open?: string;
  closed?: string;
  step: Step;
};

/** A suspension says what follows from it, whatever its language. */
type Suspensions = Record<'suspended' | 'suspended_graver', MailWords & { after: readonly string[] }>;

export type Words = {
  /** What a subject begins with. */
  certificate: string;
  why: string;
  steps: Record<Step, string>;
  reasons: Record<Reason, string>;
  mails: Record<Kind, MailWords>;
};

export type OwnWords = Omit<Words, 'mails'> & {
  mails: Record<Exclude<(typeof ownKinds)[number], keyof Suspensions>, MailWords> & Suspensions;
};
