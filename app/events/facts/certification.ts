import { z } from 'zod';

import { day, nothing } from './shapes.ts';

/** Facts of an application, its documents, licences, partners and fees. */
export const certificationFacts = {
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
  // Instead of a body that was engaged before.
  'application.engaged': z.object({ auditBodyId: z.uuid(), instead: z.uuid().optional() }),
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
  // Subject: the organisation; what it publishes from then on, so that any day's is on record.
  'registration.contacts_changed': z.object({
    phones: z.array(z.string()),
    website: z.string().nullable(),
    email: z.string().nullable(),
    social: z.array(z.string()),
  }),
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
} as const;
