import type { z } from 'zod';

import { auditFacts } from './facts/audits.ts';
import { certificateFacts } from './facts/certificates.ts';
import { certificationFacts } from './facts/certification.ts';
import { trail } from './facts/trail.ts';

/**
 * Every fact the house announces. Ids and facts only: no names, no free text, so that history outlives the people in
 * it. New fields are optional; the meaning of an old one never changes.
 */
export const catalogue = {
  ...trail,
  ...certificationFacts,
  ...auditFacts,
  ...certificateFacts,
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
  // Subject: the audit body, the auditor's account, or the person who declares; related: the organisation concerned.
  'audit_body.approved': z.object({ approvalId: z.uuid(), validUntil: day }),
  'audit_body.approval_ended': z.object({ approvalId: z.uuid() }),
  'audit_body.approval_expiring': z.object({ approvalId: z.uuid(), validUntil: day }),
  'auditor.approved': z.object({ approvalId: z.uuid(), validUntil: day }),
  'auditor.approval_ended': z.object({ approvalId: z.uuid() }),
  'auditor.competence_recorded': z.object({ competence: z.string() }),
  'auditor.witnessed': z.object({ outcome: z.string() }),
  'auditor.language_recorded': z.object({ language: z.string(), level: z.string() }),
  'auditor.record_withdrawn': z.object({ recordId: z.uuid() }),
  'auditor.approval_asked': z.object({ approvalId: z.uuid(), level: z.string() }),
  'auditor.approval_refused': z.object({ approvalId: z.uuid() }),
  'auditor.approval_suspended': z.object({ approvalId: z.uuid() }),
  'auditor.suspension_lifted': z.object({ approvalId: z.uuid() }),
  'auditor.approval_expiring': z.object({ approvalId: z.uuid(), validUntil: day }),
  'tie.declared': z.object({ conflicted: z.boolean() }),
  'audit.team_objected': z.object({ objectionId: z.uuid(), answerBy: day }),
  'audit.objection_answered': z.object({ objectionId: z.uuid(), outcome: z.enum(['upheld', 'dismissed']) }),
  'audit.team_changed': nothing,
  // Subject: the certificate; related: its organisation.
  'audit.ordered': z.object({ orderId: z.uuid(), type: z.string(), trigger: z.string().nullable() }),
  // Subject: the order; related: its audit body, where that is another than before.
  'audit.carried': z.object({ orderId: z.uuid(), type: z.string(), trigger: z.string().nullable() }),
  'audit.programme_set': z.object({ entries: z.number().int() }),
  'audit.programme_returned': z.object({ entries: z.number().int() }),
  // Subject: the draw. Not about whom it chose: their own timelines would tell what nobody tells them.
  'audit.drawn': z.object({ candidates: z.number().int(), count: z.number().int() }),
  'audit.due': z.object({ entryId: z.uuid(), type: z.string(), dueOn: day }),
  'audit.notified': z.object({ noticeType: z.string() }),
  'audit.postponement_asked': nothing,
  'audit.postponement_declined': nothing,
  'audit.postponed': z.object({ until: day }),
  'audit.refused_by_auditee': nothing,
  'audit.aborted': z.object({ reason: z.string() }),
  'audit.ended_with_application': z.object({ ended: z.enum(['withdrawn', 'lapsed']) }),
  'audit.ended_with_certificate': z.object({ ended: z.enum(['withdrawn', 'expired', 'superseded']) }),
  'audit.report_started': nothing,
  'audit.fact_check_started': z.object({ dueOn: day }),
  'audit.fact_check_answered': z.object({ comments: z.number().int() }),
  'audit.failed': nothing,
  'audit.planned': z.object({
    type: z.string(),
    startsOn: day,
    endsOn: day,
    noticeType: z.string().optional(),
  }),
  'audit.itinerary_written': z.object({ number: z.number().int() }),
  'audit.started': z.object({ type: z.string() }),
  'audit.fieldwork_done': z.object({ type: z.string() }),
  'audit.readiness_recorded': z.object({ readiness: z.string() }),
  'audit.breakdown_answered': z.object({ criterion: z.string(), outcome: z.enum(['major', 'kept']) }),
  'audit.report_submitted': nothing,
  'audit.report_returned': nothing,
  'audit.report_final': z.object({ findings: z.number().int() }),
  'audit.ready_for_decision': nothing,
  'audit.reopened': nothing,
  'audit.closed': nothing,
  'audit.cancelled': z.object({ cause: z.string().optional() }),
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
  'finding.told_at_once': nothing,
  'finding.disputed': z.object({ answerBy: day }),
  'finding.dispute_answered': z.object({ outcome: z.enum(['kept', 'regraded', 'withdrawn']) }),
  'finding.regrade_proposed': z.object({ from: z.string(), to: z.string() }),
  'finding.regrade_answered': z.object({ outcome: z.enum(['approved', 'dismissed']) }),
  'finding.regraded': z.object({ from: z.string(), to: z.string() }),
  'finding.verified': z.object({ method: z.string() }),
  'finding.overdue': z.object({ clock: z.string(), dueOn: day }),
  'finding.extended': z.object({ clock: z.string(), dueOn: day }),
  'finding.resumed': z.object({ dueOn: day, days: z.number().int() }),
  'finding.escalated': z.object({ from: z.string(), to: z.string() }),
  'finding.effectiveness_judged': z.object({ effective: z.boolean() }),
  'finding.reopened': z.object({ findingId: z.uuid() }),
  // Subject: the remedy; related: its finding, audit, application and organisation.
  'remedy.opened': z.object({ findingId: z.uuid(), dueOn: day }),
  'remedy.item_added': z.object({
    category: z.string(),
    currency: z.string(),
    amountMinor: z.number().int(),
  }),
  'remedy.paid': z.object({ currency: z.string(), amountMinor: z.number().int() }),
  'remedy.due': z.object({ days: z.number().int(), dueOn: day }),
  'remedy.overdue': z.object({ dueOn: day }),
  'remedy.corrected': z.object({ kind: z.string() }),
  'remedy.confirmed': z.object({ workers: z.number().int() }),
  'remedy.completed': nothing,
  // Subject: the matter before the panel; related: what it is about.
  // `again`: an appeal overturned the refusal.
  'decision.matter_opened': z.object({ kind: z.string(), dueOn: day, again: z.boolean().optional() }),
  'decision.matter_dropped': z.object({ kind: z.string() }),
  'decision.meeting_called': z.object({ meetingId: z.uuid() }),
  'decision.meeting_closed': z.object({ meetingId: z.uuid() }),
  'decision.vote_cast': nothing,
  'decision.made': z.object({
    outcome: z.enum(['granted', 'refused', 'returned']),
    kind: z.string().optional(),
    conditions: z.number().int().optional(),
  }),
  'decision.condition_settled': z.object({ outcome: z.enum(['met', 'not_met']) }),
  'decision.condition_due': z.object({ step: z.enum(['soon', 'overdue']), dueOn: day }),
  'certificate.issued': z.object({ number: z.string(), validUntil: day }),
  'certificate.watched': z.object({ reasonClass: z.string() }),
  'certificate.cleared': nothing,
  'certificate.suspended': z.object({ reasonClass: z.string() }),
  'certificate.reinstated': nothing,
  'certificate.withdrawn': z.object({ reasonClass: z.string() }),
  'certificate.scope_reduced': z.object({ version: z.number().int() }),
  'certificate.scope_extended': z.object({ version: z.number().int() }),
  'certificate.scope_extension_requested': nothing,
  'certificate.scope_extension_refused': z.object({ requestId: z.uuid() }),
  'certificate.scope_audit_needed': z.object({ requestId: z.uuid(), dueOn: day }),
  'certificate.transfer_requested': nothing,
  'certificate.transfer_declined': z.object({ transferId: z.uuid() }),
  'certificate.transferred': z.object({ auditBodyId: z.uuid() }),
  'certificate.superseded': z.object({ by: z.uuid() }),
  'certificate.recertification_opened': z.object({ dueOn: day }),
  'certificate.recertification_late': z.object({ dueOn: day, validUntil: day }),
  'certificate.expiring': z.object({ days: z.number().int(), validUntil: day }),
  'certificate.expired': nothing,
  'certificate.restored': z.object({ number: z.string() }),
  'certificate.change_announced': z.object({ change: z.string(), days: z.number().int(), on: day }),
  'certificate.late_finding_announced': z.object({
    ...{ findingId: z.uuid(), dueOn: day, days: z.number().int(), on: day },
  }),
  'certificate.appealed': z.object({ appealId: z.uuid(), dueOn: day }),
  'certificate.appeal_acknowledged': z.object({ appealId: z.uuid() }),
  'certificate.stay_decided': z.object({ appealId: z.uuid(), outcome: z.enum(['granted', 'refused']) }),
  'certificate.appeal_decided': z.object({
    appealId: z.uuid(),
    outcome: z.enum(['upheld', 'dismissed']),
    against: z.string().optional(),
  }),
  'certificate.appeal_due': z.object({ appealId: z.uuid(), step: z.string(), dueOn: day }),
  // What an appeal or its stay brought back.
  'certificate.returned': z.object({ status: z.string(), by: z.enum(['stay', 'appeal']) }),
  'certificate.scope_returned': z.object({ version: z.number().int() }),
  // Subject: the change, the claim, the misuse; related: its certificate and organisation.
  'certificate.change_reported': z.object({ kind: z.string() }),
  'claim.requested': z.object({ medium: z.string() }),
  'claim.registered': z.object({ medium: z.string() }),
  'claim.refused': z.object({ medium: z.string() }),
  'claim.ended': nothing,
  'claim.misused': nothing,
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
