import type { EventType } from './catalogue.ts';
import { word, type Words } from './trail-wording.ts';

const names: Record<string, string> = {
  stage1: 'Stage 1',
  stage2: 'Stage 2',
  surveillance: 'Surveillance',
  recertification: 'Recertification',
  special: 'Special audit',
  follow_up: 'Follow-up',
  scope_extension: 'Audit for a wider scope',
};
const matters: Record<string, string> = {
  initial: 'certificate',
  recertification: 'recertification',
  scope_extension: 'wider scope',
  restoration: 'restoration',
  lift: 'end of the suspension',
  abandoned_audit: 'certificate',
};
const stage = (payload: Record<string, unknown>) => names[String(payload['type'])] ?? 'Audit';

/** From the audit to the life of the certificate. */
export const auditWords = {
  'audit.scheduled': { what: (payload) => `${stage(payload)} audit scheduled` },
  'audit.conflict_declared': {
    what: (payload) =>
      payload['conflicted'] ? 'Conflict of interest declared' : 'Declared free of conflicts',
  },
  'audit.planned': { what: (payload) => `${stage(payload)} audit planned` },
  'audit.itinerary_written': { what: 'Itinerary written' },
  'audit.started': { what: (payload) => `${stage(payload)} audit began` },
  'audit.fieldwork_done': { what: (payload) => `${stage(payload)} fieldwork done` },
  'audit.readiness_recorded': { what: (payload) => `Stage 1 outcome: ${word(payload, 'readiness')}` },
  'audit.breakdown_answered': {
    what: (payload) =>
      payload['outcome'] === 'major'
        ? `Minor findings on ${word(payload, 'criterion')} raised to a major one`
        : `Minor findings on ${word(payload, 'criterion')} stay minor`,
  },
  'audit.report_submitted': { what: 'Report sent for technical review' },
  'audit.report_returned': { what: 'Technical review returned the report', tone: 'watch' },
  'audit.report_final': { what: 'Report final' },
  'audit.ready_for_decision': { what: 'Audit ready for a decision', tone: 'certified' },
  'audit.reopened': { what: 'Corrections open again: a finding became graver', tone: 'watch' },
  'audit.closed': { what: 'Audit closed' },
  'audit.cancelled': {
    what: (payload) =>
      payload['cause'] === 'conflict' ? 'Audit cancelled: one of its team is tied' : 'Audit cancelled',
    tone: 'watch',
  },
  'audit.observation_looked_at': { what: 'Observation of an earlier audit looked at' },
  'finding.raised': {
    what: (payload) => `Finding raised: ${word(payload, 'grade')}, ${word(payload, 'indicator')}`,
  },
  'finding.withdrawn': { what: 'Finding withdrawn' },
  'finding.issued': { what: (payload) => `Finding issued: ${word(payload, 'grade')}`, tone: 'watch' },
  'finding.contained': { what: 'Said how the harm was stopped' },
  'finding.containment_answered': {
    what: ({ answer }) =>
      answer === 'contained'
        ? 'Audit team: the harm is stopped'
        : 'Audit team: the harm is not stopped; it runs in its days',
  },
  'finding.plan_submitted': {
    what: ({ noAction }) =>
      noAction ? 'Reasons sent why nothing is planned' : 'Corrective action plan sent',
  },
  'finding.plan_answered': { what: (payload) => `Corrective action plan ${word(payload, 'answer')}` },
  'finding.evidence_submitted': { what: 'Evidence of correction sent' },
  'finding.evidence_answered': { what: (payload) => `Evidence ${word(payload, 'answer')}` },
  'finding.closed': { what: 'Finding closed', tone: 'certified' },
  'decision.made': {
    what: (payload) =>
      payload['outcome'] === 'returned'
        ? 'Decision panel: the audit is planned anew'
        : `Decision panel: ${matters[String(payload['kind'])] ?? 'certificate'} ${
            payload['outcome'] === 'granted' ? 'granted' : 'refused'
          }`,
  },
  'certificate.issued': {
    what: (payload) => `Certificate ${word(payload, 'number')} issued`,
    tone: 'certified',
  },
  'certificate.watched': { what: 'Placed under watch', tone: 'watch' },
  'certificate.cleared': { what: 'Watch ended', tone: 'certified' },
  'certificate.suspended': { what: 'Certificate suspended', tone: 'suspended' },
  'certificate.reinstated': { what: 'Suspension lifted', tone: 'certified' },
  'certificate.withdrawn': { what: 'Certificate withdrawn', tone: 'suspended' },
  'audit_body.approved': { what: 'Audit body approved', tone: 'certified' },
  'audit_body.approval_ended': { what: 'Approval of the audit body ended', tone: 'suspended' },
  'audit_body.approval_expiring': { what: 'Approval of the audit body ends soon', tone: 'watch' },
  'auditor.approved': { what: 'Auditor approved', tone: 'certified' },
  'auditor.approval_ended': { what: 'Approval of the auditor ended', tone: 'suspended' },
  'auditor.competence_recorded': { what: (payload) => `Competence recorded: ${word(payload, 'competence')}` },
  'auditor.witnessed': { what: (payload) => `Audit witnessed: ${word(payload, 'outcome')}` },
  'auditor.language_recorded': { what: (payload) => `Language recorded: ${word(payload, 'language')}` },
  'auditor.record_withdrawn': { what: 'A competence or language was withdrawn', tone: 'watch' },
  'auditor.approval_asked': { what: (payload) => `Approval asked for: ${word(payload, 'level')}` },
  'auditor.approval_refused': { what: 'Approval of the auditor refused', tone: 'suspended' },
  'auditor.approval_suspended': { what: 'Approval of the auditor suspended', tone: 'suspended' },
  'auditor.suspension_lifted': { what: 'Suspension of the auditor lifted', tone: 'certified' },
  'auditor.approval_expiring': { what: 'Approval of the auditor ends soon', tone: 'watch' },
  'tie.declared': {
    what: (payload) => (payload['conflicted'] ? 'Declared a tie to the recruiter' : 'Declared free of ties'),
  },
  'audit.team_objected': { what: 'The recruiter objected to a member of the team', tone: 'watch' },
  'audit.objection_answered': { what: (payload) => `Objection ${word(payload, 'outcome')}` },
  'audit.team_changed': { what: 'Audit team changed' },
  'audit.ordered': { what: (payload) => `${stage(payload)} ordered`, tone: 'watch' },
  'audit.carried': { what: (payload) => `${stage(payload)} goes on with the new certificate` },
  'audit.risk_grown': { what: 'Audits added: the risk has grown', tone: 'watch' },
  'audit.programme_set': { what: 'Audit programme set' },
  'audit.programme_returned': { what: 'Audit programme stands again' },
  'audit.draw_asked': { what: 'A draw of certificates asked for' },
  'audit.drawn': { what: 'Certificates drawn to be audited unannounced' },
  'audit.not_held': { what: (payload) => `${stage(payload)} was not held in time`, tone: 'watch' },
  'audit.more_time_given': { what: 'The audit body was given more time' },
  'audit.due': { what: (payload) => `${stage(payload)} is due`, tone: 'watch' },
  'audit.notified': { what: 'Recruiter notified of the audit' },
  'audit.postponement_asked': { what: 'The recruiter asked to postpone the audit', tone: 'watch' },
  'audit.postponement_declined': { what: 'The audit was not postponed' },
  'audit.postponed': { what: 'Audit postponed', tone: 'watch' },
  'audit.postponement_ending': {
    what: 'The postponement ends: the audit has to be planned again',
    tone: 'watch',
  },
  'audit.refused_by_auditee': { what: 'The recruiter refused the audit', tone: 'suspended' },
  'audit.aborted': { what: 'Audit broken off', tone: 'suspended' },
  'audit.ended_with_application': { what: 'Audit ended with its application', tone: 'watch' },
  'audit.ended_with_certificate': { what: 'Audit ended with its certificate', tone: 'watch' },
  'audit.report_started': { what: 'Report being written' },
  'audit.fact_check_started': { what: 'Report with the recruiter for a check of its facts' },
  'audit.fact_check_answered': { what: 'The recruiter checked the facts' },
  'audit.failed': { what: 'Not corrected in time: a new audit is needed', tone: 'suspended' },
  'finding.told_at_once': { what: 'Critical finding told at once', tone: 'suspended' },
  'audit.body_late': { what: 'The audit body is late', tone: 'watch' },
  'finding.disputed': { what: 'Finding disputed', tone: 'watch' },
  'finding.dispute_answered': { what: (payload) => `Dispute answered: ${word(payload, 'outcome')}` },
  'finding.dispute_ran_on': { what: 'Runs on without the answer to its dispute', tone: 'watch' },
  'finding.regrade_proposed': {
    what: (payload) => `New grade proposed: ${word(payload, 'from')} to ${word(payload, 'to')}`,
  },
  'finding.regrade_answered': { what: (payload) => `New grade ${word(payload, 'outcome')}` },
  'finding.regraded': { what: (payload) => `Regraded: ${word(payload, 'from')} to ${word(payload, 'to')}` },
  'finding.verified': { what: (payload) => `Correction verified: ${word(payload, 'method')}` },
  'finding.overdue': { what: 'Overdue', tone: 'suspended' },
  'finding.left_open': { what: 'Open when its application ended', tone: 'watch' },
  'finding.extended': { what: 'More time given' },
  'finding.resumed': { what: 'Runs again, as the certificate stands again', tone: 'watch' },
  'finding.escalated': {
    what: (payload) => `Escalated: ${word(payload, 'from')} to ${word(payload, 'to')}`,
    tone: 'suspended',
  },
  'finding.effectiveness_judged': {
    what: (payload) =>
      payload['effective'] ? 'Correction found effective' : 'Correction found not effective',
  },
  'finding.reopened': { what: 'Raised again, one grade higher', tone: 'suspended' },
  'remedy.opened': { what: 'Remedy to workers opened', tone: 'watch' },
  'remedy.item_added': { what: (payload) => `Owed to workers: ${word(payload, 'category')}` },
  'remedy.paid': { what: 'Money repaid to workers' },
  'remedy.due': {
    what: (payload) => `Remedy to workers due in ${word(payload, 'days')} days`,
    tone: 'watch',
  },
  'remedy.overdue': { what: 'Remedy to workers late', tone: 'watch' },
  'remedy.settled': { what: 'All that workers are owed is entered as paid' },
  'remedy.corrected': { what: 'An entry of the remedy corrected' },
  'remedy.confirmed': { what: (payload) => `${word(payload, 'workers')} workers confirmed repayment` },
  'remedy.completed': { what: 'Remedy complete', tone: 'certified' },
  'decision.matter_opened': {
    what: (payload) =>
      payload['again'] ? 'Before the decision panel again, after an appeal' : 'Before the decision panel',
  },
  'decision.matter_dropped': {
    what: 'Taken from the decision panel: nothing is left to decide',
    tone: 'watch',
  },
  'decision.meeting_called': { what: 'Panel meeting called' },
  'decision.meeting_closed': { what: 'Panel meeting closed' },
  'decision.vote_cast': { what: 'A member of the panel voted' },
  'decision.condition_settled': {
    what: (payload) =>
      payload['outcome'] === 'met'
        ? 'Condition of the certificate met'
        : 'Condition of the certificate not met',
  },
  'decision.condition_due': {
    what: (payload) =>
      payload['step'] === 'overdue' ? 'Condition of the certificate overdue' : 'Reminded of a condition',
    tone: 'watch',
  },
  'certificate.scope_reduced': { what: 'Scope reduced', tone: 'watch' },
  'certificate.scope_extended': { what: 'Scope extended', tone: 'certified' },
  'certificate.scope_extension_requested': { what: 'Wider scope asked for' },
  'certificate.scope_audit_needed': { what: 'Wider scope: an audit is needed' },
  'certificate.scope_request_carried': { what: 'Wider scope: the request goes on with this certificate' },
  'certificate.scope_request_ended': { what: 'Wider scope: the request ended with its certificate' },
  'certificate.scope_extension_refused': { what: 'Wider scope refused' },
  'certificate.transfer_requested': { what: 'Transfer to another audit body asked for' },
  'certificate.transfer_declined': { what: 'Transfer to another audit body declined' },
  'certificate.transferred': { what: 'Transferred to another audit body' },
  'certificate.superseded': { what: 'Superseded by a new certificate' },
  'certificate.recertification_opened': { what: 'Recertification opened' },
  'certificate.recertification_late': { what: 'Recertification audit not done in time', tone: 'watch' },
  'certificate.expiring': { what: 'Certificate ends soon', tone: 'watch' },
  'certificate.expired': { what: 'Certificate expired', tone: 'suspended' },
  'certificate.restored': { what: 'Certificate restored', tone: 'certified' },
  'certificate.change_announced': { what: 'A change by clock announced', tone: 'watch' },
  'certificate.late_finding_announced': { what: 'A change for a late finding announced', tone: 'watch' },
  'certificate.appealed': { what: 'Appeal lodged' },
  'certificate.appeal_acknowledged': { what: 'Appeal acknowledged' },
  'certificate.appeal_proposed': { what: 'A decision on the appeal proposed' },
  'certificate.appeal_sent_back': { what: 'The proposed decision on the appeal sent back' },
  'certificate.stay_decided': { what: (payload) => `Stay ${word(payload, 'outcome')}` },
  'certificate.appeal_due': { what: 'The scheme reminded of an appeal' },
  'certificate.returned': { what: 'Certificate stands as it stood before', tone: 'certified' },
  'certificate.scope_returned': { what: 'Scope as it was before', tone: 'certified' },
  'certificate.appeal_decided': { what: (payload) => `Appeal ${word(payload, 'outcome')}` },
  'certificate.change_reported': { what: 'A change in the agency was reported' },
  'claim.requested': { what: 'Use of the mark asked for' },
  'claim.registered': { what: 'Use of the mark registered' },
  'claim.refused': { what: 'Use of the mark refused' },
  'claim.ended': { what: 'Use of the mark ended' },
  'claim.withdrawn': { what: 'Use of the mark taken back by the scheme' },
  'claim.check_asked': { what: 'Scope reduced: a use of the mark is asked about' },
  'claim.check_answered': { what: 'Told what became of a use of the mark' },
  'claim.misused': { what: 'Misuse of the mark found', tone: 'suspended' },
} satisfies Partial<Record<EventType, Words>>;
