/** Mails to the applicant, then those to the scheme's own people, then those to people of an audit body. */
export const applicantKinds = [
  'submitted',
  'review_started',
  'deferred',
  'rejected',
  'accepted',
  'deferral_expired',
  'lapsed',
  'withdrawn',
  'discarded',
  'appealed',
  'appeal_upheld',
  'appeal_dismissed',
  'payment_due',
  'answer_due',
  'expired_lapse_due',
  'engagement_due',
  'first_audit_due',
  'next_audit_due',
  'draft_idle',
  'body_barred',
] as const;
export const schemeKinds = [
  'review_due',
  'review_overdue',
  'appeal_due',
  'appeal_overdue',
  'appeal_lodged',
  'engaged_body_barred',
] as const;
export const bodyKinds = ['body_left'] as const;
export type Kind =
  (typeof applicantKinds)[number] | (typeof schemeKinds)[number] | (typeof bodyKinds)[number];

type Step = 'see' | 'pay' | 'answer' | 'appeal' | 'choose' | 'continue' | 'open' | 'audits';

/** `{reference}`, `{day}`, `{fee}`, `{number}`, `{recruiter}` are filled in; reasons stand before `after`. */
type MailWords = { heading: string; text: readonly string[]; after?: readonly string[]; step: Step };

export type Words = {
  why: { applicant: string; scheme: string; body: string };
  steps: Record<Step, string>;
  /** What `{fee}` says when the invoice is not known. */
  theFee: string;
  mails: Record<Kind, MailWords>;
};
