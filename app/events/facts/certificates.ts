import { z } from 'zod';

import { day, nothing } from './shapes.ts';

/** Facts of decisions, certificates, their appeals and claims. */
export const certificateFacts = {
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
  'certificate.scope_request_carried': z.object({ requestId: z.uuid(), from: z.uuid() }),
  'certificate.scope_request_ended': z.object({ requestId: z.uuid() }),
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
  // Subject: the appeal; between the people who decide it.
  'certificate.appeal_proposed': z.object({ appealId: z.uuid(), round: z.number().int() }),
  'certificate.appeal_sent_back': z.object({ appealId: z.uuid(), round: z.number().int() }),
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
  'claim.withdrawn': z.object({ medium: z.string() }),
  'claim.misused': nothing,
  // The scope became smaller: what becomes of a use that is granted.
  'claim.check_asked': z.object({ dueOn: day }),
  'claim.check_answered': z.object({ outcome: z.enum(['changed', 'ended', 'unaffected']) }),
} as const;
