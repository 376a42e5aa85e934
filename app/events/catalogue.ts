import { z } from 'zod';

const day = z.iso.date();
const nothing = z.object({});
const role = z.object({ role: z.string() });

/** Who came in, how, and what changed about who may: the trail, shown to the person and to owners, not on records. */
const trail = {
  'account.opened': nothing,
  'account.signed_in': z.object({ method: z.string(), sessionId: z.uuid() }),
  'account.sign_in_failed': z.object({ step: z.enum(['password', 'code', 'passkey', 'single_sign_on']) }),
  'account.new_device': z.object({ sessionId: z.uuid() }),
  'account.identity_confirmed': z.object({ method: z.string() }),
  'account.session_ended': z.object({ sessions: z.number().int() }),
  'account.password_changed': z.object({ by: z.enum(['reset', 'own']) }),
  'account.address_change_requested': z.object({ addressChangeId: z.uuid() }),
  'account.address_changed': z.object({ addressChangeId: z.uuid() }),
  'account.exported': nothing,
  'account.closed': nothing,
  'factor.added': z.object({ kind: z.enum(['passkey', 'authenticator', 'recovery_codes']) }),
  'factor.removed': z.object({ kind: z.enum(['passkey', 'authenticator', 'recovery_codes']) }),
  'factor.recovery_code_used': z.object({ left: z.number().int() }),
  'factor_reset.requested': z.object({ factorResetId: z.uuid() }),
  'factor_reset.approved': z.object({ factorResetId: z.uuid(), dueOn: day }),
  'factor_reset.cancelled': z.object({ factorResetId: z.uuid() }),
  'factor_reset.done': z.object({ factorResetId: z.uuid() }),
  'invitation.sent': role.extend({ invitationId: z.uuid() }),
  'invitation.accepted': role.extend({ invitationId: z.uuid() }),
  'invitation.revoked': role.extend({ invitationId: z.uuid() }),
  'membership.added': role,
  'membership.role_changed': z.object({ from: z.string(), to: z.string() }),
  'membership.removed': role,
  'membership.left': role,
  'membership.ownership_given': nothing,
  'membership.ownership_given_up': nothing,
  'advice.recorded': z.object({ kind: z.string(), givenOn: day }),
  'mail_domain.claimed': nothing,
  'mail_domain.proven': z.object({ by: z.enum(['dns', 'officer']) }),
  'mail_domain.removed': nothing,
  'identity_provider.set': nothing,
  'identity_provider.removed': nothing,
  'api_key.made': z.object({ keyId: z.uuid() }),
  'api_key.rotated': z.object({ keyId: z.uuid(), endsAt: z.iso.datetime() }),
  'api_key.revoked': z.object({ keyId: z.uuid() }),
} as const;

/**
 * Every fact the house announces. Ids and facts only: no names, no free text, so that history outlives the people in
 * it. New fields are optional; the meaning of an old one never changes.
 */
export const catalogue = {
  ...trail,
  // Subject: the one-time link that is to be mailed.
  'link.requested': z.object({ purpose: z.string() }),
  'application.started': nothing,
  'application.section_saved': z.object({ section: z.string() }),
  'application.document_attached': z.object({ documentId: z.uuid() }),
  'application.submitted': z.object({ version: z.number().int() }),
  'application.payment_requested': z.object({ dueOn: day }),
  'application.review_started': z.object({ dueOn: day }),
  'application.deferred': z.object({ answerBy: day }),
  'application.rejected': nothing,
  'application.accepted': z.object({ registrationNumber: z.string() }),
  'application.engaged': z.object({ auditBodyId: z.uuid() }),
  'application.audit_started': nothing,
  'application.package_frozen': nothing,
  'application.concluded': z.object({ outcome: z.enum(['certified', 'refused']) }),
  'application.withdrawn': nothing,
  'application.lapsed': nothing,
  'application.workbook_taken': z.object({ taken: z.number().int(), refused: z.number().int() }),
  'application.discarded': nothing,
  'application.reminded': z.object({ about: z.string(), dueOn: day }),
  'application.deferral_expired': z.object({ lapsesOn: day }),
  'application.conflict_declared': z.object({ conflicted: z.boolean() }),
  'application.assigned': z.object({ accountId: z.uuid() }),
  'application.appealed': z.object({ appealId: z.uuid(), dueOn: day }),
  'application.appeal_decided': z.object({ appealId: z.uuid(), outcome: z.enum(['upheld', 'dismissed']) }),
  // Subject: the document; related: the record it is evidence for, and its organisation.
  'document.added': z.object({
    documentId: z.uuid(),
    version: z.number().int(),
    kind: z.string().optional(),
  }),
  'document.scanned': z.object({
    documentId: z.uuid(),
    version: z.number().int(),
    outcome: z.enum(['clean', 'infected']),
  }),
  'document.withdrawn': z.object({ documentId: z.uuid() }),
  // Subject: the licence; related: its organisation.
  'licence.declared': nothing,
  'licence.confirmed': nothing,
  'licence.suspended': z.object({ reasonClass: z.string() }),
  'licence.reinstated': nothing,
  'licence.revoked': z.object({ reasonClass: z.string() }),
  'licence.expiring': z.object({ days: z.number().int(), validUntil: day }),
  'licence.expired': nothing,
  // Subject: the business partner; related: the organisation whose network it is in.
  'partner.added': z.object({ kind: z.string() }),
  'partner.changed': nothing,
  'partner.removed': nothing,
  'partner.authorised': nothing,
  'partner.authorisation_ended': nothing,
  // Subject: the organisation.
  'partner.imported': z.object({ added: z.number().int(), refused: z.number().int() }),
  'self_assessment.started': z.object({ attempt: z.number().int() }),
  'self_assessment.completed': z.object({ attempt: z.number().int() }),
  'invoice.issued': z.object({
    invoiceId: z.uuid(),
    amountMinor: z.number().int(),
    currency: z.string(),
    dueOn: day,
    purpose: z.string().optional(),
  }),
  'invoice.cancelled': nothing,
  'invoice.reminded': z.object({ dueOn: day }),
  // Subject: the invoice, where the payment could be told to belong to one; else the payment.
  'payment.received': z.object({ paymentId: z.uuid(), method: z.string() }),
  'payment.unmatched': z.object({ paymentId: z.uuid() }),
  'refund.requested': z.object({ refundId: z.uuid(), reason: z.string() }),
  'refund.made': z.object({ refundId: z.uuid() }),
  'invoice.paid': z.object({ invoiceId: z.uuid(), method: z.string(), purpose: z.string().optional() }),
  'audit.scheduled': z.object({ type: z.string() }),
  'audit.conflict_declared': z.object({ conflicted: z.boolean() }),
  'audit.planned': z.object({ type: z.string(), startsOn: day, endsOn: day }),
  'audit.started': z.object({ type: z.string() }),
  'audit.fieldwork_done': z.object({ type: z.string() }),
  'audit.readiness_recorded': z.object({ readiness: z.string() }),
  'audit.report_submitted': nothing,
  'audit.report_returned': nothing,
  'audit.report_final': z.object({ findings: z.number().int() }),
  'audit.ready_for_decision': nothing,
  'audit.closed': nothing,
  'audit.cancelled': nothing,
  'finding.raised': z.object({ grade: z.string(), indicator: z.string() }),
  'finding.withdrawn': nothing,
  'finding.issued': z.object({ grade: z.string() }),
  'finding.contained': nothing,
  'finding.plan_submitted': z.object({ round: z.number().int() }),
  'finding.plan_answered': z.object({ round: z.number().int(), answer: z.enum(['accepted', 'returned']) }),
  'finding.evidence_submitted': z.object({ round: z.number().int() }),
  'finding.evidence_answered': z.object({
    round: z.number().int(),
    answer: z.enum(['verified', 'rejected']),
  }),
  'finding.closed': nothing,
  'decision.made': z.object({ outcome: z.enum(['granted', 'refused']) }),
  'certificate.issued': z.object({ number: z.string(), validUntil: day }),
  'certificate.watched': z.object({ reasonClass: z.string() }),
  'certificate.cleared': nothing,
  'certificate.suspended': z.object({ reasonClass: z.string() }),
  'certificate.reinstated': nothing,
  'certificate.withdrawn': z.object({ reasonClass: z.string() }),
} as const;

export type EventType = keyof typeof catalogue;
export type Payload<T extends EventType> = z.output<(typeof catalogue)[T]>;
/** A fact as it stands in the table, handed to reactions. */
export type Fact<T extends EventType = EventType> = {
  id: string;
  type: T;
  subject: string;
  related: string[];
  payload: Payload<T>;
  occurredAt: Date;
};

export const isEventType = (type: string): type is EventType => Object.hasOwn(catalogue, type);

/** Types of the trail, and of mere deliveries: what the timelines of records leave out. */
export const trailTypes: readonly string[] = [...Object.keys(trail), 'link.requested'];

/** Told on timelines alone: nothing follows from them, so that saving often costs the queue nothing. */
export const quietTypes: readonly string[] = ['application.section_saved'];
