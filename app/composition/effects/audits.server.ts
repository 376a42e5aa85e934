import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as applications from '#app/features/applications/reactions.server.ts';
import * as ending from '#app/features/audits/ending/reactions.server.ts';
import * as resuming from '#app/features/audits/findings/resuming/reactions.server.ts';
import * as observations from '#app/features/audits/findings/observations/reactions.server.ts';
import * as containment from '#app/features/audits/findings/containment/reactions.server.ts';
import * as findings from '#app/features/audits/findings/reactions.server.ts';
import { mailBodyLate } from '#app/features/audits/delays/reactions.server.ts';
import * as findingClocks from '#app/features/audits/findings/clocks/reactions.server.ts';
import * as planning from '#app/features/audits/planning/reactions.server.ts';
import * as draws from '#app/features/audits/programme/draws/asked/reactions.server.ts';
import * as proposals from '#app/features/audits/programme/proposals/reactions.server.ts';
import * as audits from '#app/features/audits/reactions.server.ts';
import * as leaving from '#app/features/audits/findings/leaving/reactions.server.ts';
import * as remedies from '#app/features/audits/remedy/reactions.server.ts';
import * as reports from '#app/features/audits/report/reactions.server.ts';
import * as changes from '#app/features/certificates/changes/reactions.server.ts';
import * as objections from '#app/features/audits/team/objections/reactions.server.ts';
import * as teams from '#app/features/audits/team/reactions.server.ts';
import * as ties from '#app/features/audits/team/ties/reactions.server.ts';
import * as approvals from '#app/features/bodies/approvals/reactions.server.ts';
import * as auditors from '#app/features/bodies/auditors/reactions.server.ts';

/** What follows from the facts of audits, their bodies, findings and reports. */
export const ofAudits = (means: Means): Reaction[] => [
  ...ofBodies(means),
  ...ofPlanning(means),
  ...ofFindings(means),
  ...ofReports(means),
];

const ofBodies = (means: Means): Reaction[] => [
  on('audit_body.approved', 'mail-body', approvals.mailApproved(means)),
  on('audit_body.approval_ended', 'mail-body', approvals.mailApprovalEnded(means)),
  on('audit.team_objected', 'mail-who-answers', objections.mailObjection(means)),
  on('audit.objection_answered', 'mail-auditee', objections.mailAnswer(means)),
  on('audit.team_changed', 'mail-auditee', teams.mailTeamChanged(means)),
  on('audit.cancelled', 'mail-auditee', teams.mailCancelled(means)),
  on('audit.conflict_declared', 'mail-who-releases', teams.mailConflict(means)),
  on('tie.declared', 'mail-who-releases', ties.mailTie(means)),
  on('audit.draw_asked', 'draw-audits', draws.drawOnRequest(means)),
  on('licence.suspended', 'propose-audit', proposals.proposeOnSanction(means)),
  on('licence.revoked', 'propose-audit', proposals.proposeOnSanction(means)),
  on('certificate.change_reported', 'propose-audit', proposals.proposeOnChange(means)),
  on('certificate.change_reported', 'mail-officers', changes.mailReported(means)),
  on('claim.misused', 'propose-audit', proposals.proposeOnMisuse(means)),
  on('audit.cancelled', 'propose-for-misuses', proposals.proposeAgain(means)),
  on('audit.aborted', 'propose-for-misuses', proposals.proposeAgain(means)),
  on('audit.refused_by_auditee', 'propose-for-misuses', proposals.proposeAgain(means)),
  on('audit.ended_with_application', 'propose-for-misuses', proposals.proposeAgain(means)),
  on('auditor.approved', 'mail-auditor', auditors.mailGranted(means)),
  on('auditor.approval_refused', 'mail-auditor', auditors.mailRefused(means)),
  on('auditor.approval_suspended', 'mail-auditor', auditors.mailSuspended(means)),
  on('auditor.suspension_lifted', 'mail-auditor', auditors.mailLifted(means)),
  on('auditor.approval_ended', 'mail-auditor', auditors.mailEnded(means)),
  on('auditor.approval_expiring', 'mail-body-and-scheme', auditors.mailAuditorEnding(means)),
  on('audit_body.approval_expiring', 'mail-body-and-scheme', approvals.mailApprovalEnding(means)),
];

const ofPlanning = (means: Means): Reaction[] => [
  on('audit.started', 'begin-audit', applications.beginUntoldAudit(means)),
  on('audit.notified', 'mail-auditee', planning.mailNotice(means)),
  on('audit.postponement_asked', 'mail-lead-auditor', planning.mailPostponementAsked(means)),
  on('audit.postponement_declined', 'mail-auditee', planning.mailPostponementDeclined(means)),
  on('audit.postponed', 'mail-auditee', planning.mailPostponed(means)),
  on('audit.postponement_ending', 'mail-auditee', planning.mailPostponementEnding(means, 'recruiter')),
  on('audit.postponement_ending', 'mail-lead-auditor', planning.mailPostponementEnding(means, 'body')),
  on('audit.refused_by_auditee', 'mail-scheme', planning.mailAbandoned(means, 'scheme')),
  on('audit.refused_by_auditee', 'mail-auditee', planning.mailAbandoned(means, 'auditee')),
  on('audit.aborted', 'mail-scheme', planning.mailAbandoned(means, 'scheme')),
  on('audit.aborted', 'mail-auditee', planning.mailAbandoned(means, 'auditee')),
  on('application.withdrawn', 'end-audits', ending.endAudits(means, 'withdrawn')),
  on('application.lapsed', 'end-audits', ending.endAudits(means, 'lapsed')),
  on('application.withdrawn', 'tell-left-open', leaving.tellLeftOpen(means)),
  on('application.lapsed', 'tell-left-open', leaving.tellLeftOpen(means)),
  on('finding.left_open', 'mail-officers', leaving.mailLeftOpen(means, 'officers')),
  on('finding.left_open', 'mail-audit-body', leaving.mailLeftOpen(means, 'body')),
  on('certificate.withdrawn', 'end-audits', ending.endAuditsOf(means, 'withdrawn')),
  on('certificate.expired', 'end-audits', ending.endAuditsOf(means, 'expired')),
  on('certificate.superseded', 'end-audits', ending.endAuditsOf(means, 'superseded')),
  on('certificate.returned', 'resume-findings', resuming.resumeFindings(means)),
  on('certificate.restored', 'resume-findings', resuming.resumeFindings(means)),
  on('audit.ended_with_certificate', 'mail-team', ending.mailEnded(means, 'body')),
  on('audit.ended_with_certificate', 'mail-auditee', ending.mailEnded(means, 'recruiter')),
  on('audit.ended_with_application', 'mail-team', ending.mailEnded(means, 'body')),
  on('audit.ended_with_application', 'mail-auditee', ending.mailEnded(means, 'recruiter')),
  on('audit.body_late', 'mail-audit-body', mailBodyLate(means, 'body')),
  on('audit.body_late', 'mail-officers', mailBodyLate(means, 'officers')),
  on('audit.failed', 'mail-auditee', findingClocks.mailFailed(means, 'recruiter')),
  on('audit.failed', 'mail-audit-body', findingClocks.mailFailed(means, 'body')),
];

const ofFindings = (means: Means): Reaction[] => [
  on('finding.issued', 'mail-auditee', findings.mailFindingIssued(means)),
  on('finding.issued', 'close-observation', observations.closeWhatBecameMore(means)),
  on('finding.contained', 'mail-lead-auditor', containment.mailContained(means)),
  on('finding.containment_answered', 'mail-auditee', containment.mailContainmentAnswered(means)),
  on('finding.plan_submitted', 'mail-lead-auditor', findings.mailPlanSubmitted(means)),
  on('finding.plan_answered', 'mail-auditee', findings.mailPlanAnswered(means)),
  on('finding.evidence_submitted', 'mail-lead-auditor', findings.mailEvidenceSubmitted(means)),
  on('finding.evidence_answered', 'mail-auditee', findings.mailEvidenceRejected(means)),
  on('finding.closed', 'mail-auditee', findings.mailFindingClosed(means)),
  on('finding.regraded', 'reopen-audit', audits.reopenForGraver(means)),
  on('finding.regraded', 'mail-auditee', findings.mailRegraded(means)),
  on('finding.extended', 'mail-auditee', findings.mailExtended(means)),
  on('finding.resumed', 'mail-parties', findings.mailResumed(means)),
  on('finding.escalated', 'reopen-audit', audits.reopenForGraver(means)),
  on('finding.escalated', 'mail-parties', findings.mailEscalated(means)),
  on('finding.disputed', 'mail-reviewers', findings.mailDisputed(means)),
  on('finding.dispute_ran_on', 'mail-auditee', findings.mailDisputeRanOn(means)),
  on('finding.dispute_answered', 'mail-auditee', findings.mailDisputeAnswered(means)),
  on('finding.dispute_answered', 'close-observation', observations.closeWhatIsGone(means)),
  on('remedy.opened', 'mail-auditee', remedies.mailRemedyOpened(means)),
  on('remedy.due', 'mail-auditee', remedies.mailRemedyDue(means)),
  on('remedy.overdue', 'mail-parties', remedies.mailRemedyOverdue(means, 'parties')),
  on('remedy.overdue', 'mail-officers', remedies.mailRemedyOverdue(means, 'officers')),
  on('remedy.settled', 'mail-lead-auditor', remedies.mailRemedySettled(means)),
  on('remedy.confirmed', 'mail-auditee', remedies.mailRemedyDenied(means)),
  on('remedy.completed', 'mail-parties', remedies.mailRemedyCompleted(means)),
];

const ofReports = (means: Means): Reaction[] => [
  on('audit.fact_check_started', 'mail-auditee', reports.mailFactCheck(means)),
  on('audit.fact_check_answered', 'mail-lead-auditor', reports.mailComments(means)),
  on('audit.report_submitted', 'mail-reviewers', reports.mailReview(means)),
  on('audit.report_returned', 'mail-lead-auditor', reports.mailReturned(means)),
  on('audit.report_final', 'mail-auditee', reports.mailFinal(means)),
];
