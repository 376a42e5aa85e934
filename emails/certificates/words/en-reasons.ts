import type { OwnWords } from './kinds.ts';

/** What the public reads of a watch, a suspension or a withdrawal, in the words of the register. */
export const reasons: OwnWords['reasons'] = {
  open_major_finding: 'A major finding is being corrected',
  special_audit: 'A special audit is under way',
  fees_charged: 'Workers were charged fees',
  documents_withheld: 'Workers’ documents were held',
  critical_finding: 'A critical finding',
  late_corrective_action: 'A correction came too late',
  audit_refused: 'An audit was refused',
  surveillance_not_held: 'The yearly audit was not held in time',
  licence_lost: 'The state licence was lost or suspended',
  levy_unpaid: 'The yearly levy was not paid',
  claims_misused: 'The certificate was misused in public',
  own_request: 'At the recruiter’s own request',
  suspension_unresolved: 'A suspension was not resolved',
  fraud: 'Fraud',
  forced_labour: 'Forced labour was proven',
  licence_revoked: 'The state licence was revoked',
};
