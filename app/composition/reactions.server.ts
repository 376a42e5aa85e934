import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as keys from '#app/features/accounts/keys/reactions.server.ts';
import * as factors from '#app/features/accounts/factors/reactions.server.ts';
import * as links from '#app/features/accounts/links/reactions.server.ts';
import * as people from '#app/features/accounts/people/reactions.server.ts';
import * as signOn from '#app/features/accounts/sso/reactions.server.ts';
import * as organisations from '#app/features/accounts/organisations/reactions.server.ts';
import * as letters from '#app/features/applications/mails/reactions.server.ts';
import * as applications from '#app/features/applications/reactions.server.ts';
import * as ending from '#app/features/audits/ending/reactions.server.ts';
import * as resuming from '#app/features/audits/findings/resuming/reactions.server.ts';
import * as findings from '#app/features/audits/findings/reactions.server.ts';
import * as findingClocks from '#app/features/audits/findings/clocks/reactions.server.ts';
import * as planning from '#app/features/audits/planning/reactions.server.ts';
import * as proposals from '#app/features/audits/programme/proposals/reactions.server.ts';
import * as programme from '#app/features/audits/programme/reactions.server.ts';
import * as audits from '#app/features/audits/reactions.server.ts';
import * as remedies from '#app/features/audits/remedy/reactions.server.ts';
import * as reports from '#app/features/audits/report/reactions.server.ts';
import * as billing from '#app/features/billing/reactions.server.ts';
import * as certificates from '#app/features/certificates/reactions.server.ts';
import * as certificateAppeals from '#app/features/certificates/appeals/reactions.server.ts';
import * as changes from '#app/features/certificates/changes/reactions.server.ts';
import * as claims from '#app/features/certificates/claims/reactions.server.ts';
import * as clock from '#app/features/certificates/clock/reactions.server.ts';
import * as extension from '#app/features/certificates/extension/reactions.server.ts';
import * as scope from '#app/features/certificates/scope/reactions.server.ts';
import * as transfer from '#app/features/certificates/transfer/reactions.server.ts';
import * as facts from '#app/features/certificates/facts/reactions.server.ts';
import * as meanwhile from '#app/features/certificates/facts/meanwhile.server.ts';
import * as conditions from '#app/features/certificates/decisions/conditions/reactions.server.ts';
import * as decisions from '#app/features/certificates/decisions/reactions.server.ts';
import * as objections from '#app/features/audits/team/objections/reactions.server.ts';
import * as teams from '#app/features/audits/team/reactions.server.ts';
import * as ties from '#app/features/audits/team/ties/reactions.server.ts';
import * as approvals from '#app/features/bodies/approvals/reactions.server.ts';
import * as auditors from '#app/features/bodies/auditors/reactions.server.ts';
import * as licences from '#app/features/licences/reactions.server.ts';
import * as documents from '#app/features/documents/reactions.server.ts';

/** Every effect of every event, on one page. Names are stored in rows: never rename one in place. */
export const reactions = (means: Means): Reaction[] => [
  ...ofAccounts(means),
  ...ofCertification(means),
  ...ofFindings(means),
  ...ofCertificates(means),
  ...ofAppeals(means),
  ...ofClaims(means),
  ...ofReports(means),
  ...ofDecisions(means),
  ...ofPlanning(means),
  ...ofLicences(means),
  ...ofBodies(means),
  ...ofBilling(means),
];

const ofAccounts = (means: Means): Reaction[] => [
  on('link.requested', 'mail-link', links.mailLink(means)),
  on('api_key.made', 'mail-owners', keys.mailKeyMade(means)),
  on('api_key.rotated', 'mail-owners', keys.mailKeyReplaced(means)),
  on('api_key.revoked', 'mail-owners', keys.mailKeyRevoked(means)),
  on('factor.added', 'mail-person', factors.mailFactorAdded(means)),
  on('factor.removed', 'mail-person', factors.mailFactorRemoved(means)),
  on('factor.recovery_code_used', 'mail-person', factors.mailRecoveryCodeUsed(means)),
  on('factor_reset.requested', 'mail-person', factors.mailResetRequested(means)),
  on('factor_reset.approved', 'mail-person', factors.mailResetApproved(means)),
  on('factor_reset.cancelled', 'mail-person', factors.mailResetCancelled(means)),
  on('factor_reset.done', 'mail-person', factors.mailResetDone(means)),
  on('account.new_device', 'mail-person', people.mailNewDevice(means)),
  on('account.password_changed', 'mail-person', people.mailPasswordChanged(means)),
  on('account.address_changed', 'mail-both-ends', people.mailAddressChanged(means)),
  on('mail_domain.proven', 'mail-owners', signOn.mailDomainProven(means)),
  on('identity_provider.set', 'mail-owners', signOn.mailProviderSet(means)),
  on('identity_provider.removed', 'mail-owners', signOn.mailProviderRemoved(means)),
  on('membership.role_changed', 'mail-person', organisations.mailRoleChanged(means)),
  on('membership.removed', 'mail-person', organisations.mailRemoved(means)),
];

const ofCertification = (means: Means): Reaction[] => [
  on('invoice.issued', 'request-fee', applications.requestFee(means)),
  on('application.payment_requested', 'mail-applicant', letters.mailSubmitted(means)),
  on('invoice.paid', 'begin-review', applications.beginReview(means)),
  on('application.review_started', 'mail-applicant', letters.mailPaymentReceived(means)),
  on('application.deferred', 'mail-applicant', letters.mailDeferred(means)),
  on('application.rejected', 'mail-applicant', letters.mailRejected(means)),
  on('application.accepted', 'mail-applicant', letters.mailAccepted(means)),
  on('application.deferral_expired', 'mail-applicant', letters.mailDeferralExpired(means)),
  on('application.lapsed', 'mail-applicant', letters.mailLapsed(means)),
  on('application.withdrawn', 'mail-applicant', letters.mailWithdrawn(means)),
  on('application.discarded', 'mail-applicant', letters.mailDiscarded(means)),
  on('application.reminded', 'mail-whom-it-concerns', letters.mailReminder(means)),
  on('application.appealed', 'mail-applicant', letters.mailAppealed(means)),
  on('application.appealed', 'mail-scheme', letters.mailAppealToScheme(means)),
  on('application.appeal_decided', 'mail-applicant', letters.mailAppealDecided(means)),
  on('application.engaged', 'mail-audit-body', applications.mailAuditBody(means)),
  on('application.reminded', 'mail-audit-body', applications.mailBodyOfLapse(means)),
  on('document.added', 'scan', documents.scanAdded(means)),
  on('application.discarded', 'clear-documents', documents.clearDiscarded(means)),
  on('document.scanned', 'mail-sender', documents.mailRefused(means)),
  on('audit.planned', 'begin-audit', applications.beginAudit(means)),
  on('audit.ready_for_decision', 'freeze-package', applications.freeze(means)),
];

const ofDecisions = (means: Means): Reaction[] => [
  on('application.package_frozen', 'open-matter', decisions.openMatter(means)),
  on('application.appeal_decided', 'open-matter', decisions.openAgain(means)),
  on('application.withdrawn', 'drop-matter', decisions.dropWithdrawn(means)),
  on('audit.ready_for_decision', 'open-matter', decisions.openAfterAudit(means)),
  ...(['withdrawn', 'superseded', 'transferred', 'reinstated', 'expired'] as const).map((how) =>
    on(`certificate.${how}`, 'drop-matters', decisions.dropAfterChange(means)),
  ),
  on('decision.matter_dropped', 'close-audit', audits.closeAuditOfDropped(means)),
  on('certificate.withdrawn', 'close-audits', audits.closeAuditsOfEnded(means)),
  on('certificate.superseded', 'close-audits', audits.closeAuditsOfEnded(means)),
  on('certificate.transferred', 'close-audits', audits.closeAuditsOfEnded(means)),
  on('decision.matter_opened', 'mail-panel', decisions.mailPanel(means)),
  on('decision.made', 'conclude-application', applications.concludeDecided(means)),
  on('decision.made', 'close-abandoned', planning.closeAfterPanel(means)),
  on('decision.made', 'close-audit', audits.closeDecidedAudit(means)),
  on('decision.made', 'mail-applicant', decisions.mailDecision(means)),
  on('certificate.issued', 'mail-holder', certificates.mailIssued(means)),
  on('certificate.issued', 'set-programme', programme.setOnIssue(means)),
  on('certificate.withdrawn', 'drop-programme', programme.dropOnEnd(means)),
  on('certificate.superseded', 'drop-programme', programme.dropOnEnd(means)),
  on('certificate.returned', 'return-programme', programme.returnWithCertificate(means)),
  on('certificate.returned', 'catch-up', meanwhile.catchUp(means)),
  on('audit.ready_for_decision', 'close-undecided', programme.closeUndecided(means)),
  on('audit.due', 'mail-audit-body', programme.mailDue(means)),
  on('audit.ordered', 'mail-audit-body', programme.mailOrdered(means)),
  on('certificate.watched', 'mail-holder', certificates.mailWatched(means)),
  on('certificate.cleared', 'mail-holder', certificates.mailCleared(means)),
  on('certificate.scope_reduced', 'mail-holder', scope.mailReduced(means)),
  on('audit.carried', 'mail-audit-body', programme.mailCarried(means)),
  on('audit.cancelled', 'carry-order', programme.carryAfterAudit(means)),
  on('audit.refused_by_auditee', 'carry-order', programme.carryAfterAudit(means)),
  on('audit.aborted', 'carry-order', programme.carryAfterAudit(means)),
  on('certificate.suspended', 'mail-holder', certificates.mailSuspended(means)),
  on('certificate.reinstated', 'mail-holder', certificates.mailReinstated(means)),
  on('certificate.withdrawn', 'mail-holder', certificates.mailWithdrawn(means)),
  on('decision.condition_settled', 'mail-holder', conditions.mailCondition(means, 'holder')),
  on('decision.condition_due', 'mail-holder', conditions.mailCondition(means, 'holder')),
  on('decision.condition_due', 'mail-officers', conditions.mailCondition(means, 'scheme')),
];

const ofFindings = (means: Means): Reaction[] => [
  on('finding.issued', 'mail-auditee', findings.mailFindingIssued(means)),
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
  on('finding.dispute_answered', 'mail-auditee', findings.mailDisputeAnswered(means)),
  on('remedy.opened', 'mail-auditee', remedies.mailRemedyOpened(means)),
  on('remedy.due', 'mail-auditee', remedies.mailRemedyDue(means)),
  on('remedy.overdue', 'mail-parties', remedies.mailRemedyOverdue(means)),
  on('remedy.completed', 'mail-parties', remedies.mailRemedyCompleted(means)),
];

const ofReports = (means: Means): Reaction[] => [
  on('audit.fact_check_started', 'mail-auditee', reports.mailFactCheck(means)),
  on('audit.fact_check_answered', 'mail-lead-auditor', reports.mailComments(means)),
  on('audit.report_submitted', 'mail-reviewers', reports.mailReview(means)),
  on('audit.report_returned', 'mail-lead-auditor', reports.mailReturned(means)),
  on('audit.report_final', 'mail-auditee', reports.mailFinal(means)),
];

/** What facts and the clock do to certificates, and who is told. */
const ofCertificates = (means: Means): Reaction[] => [
  on('finding.issued', 'change-certificate', facts.onFindingIssued(means)),
  on('finding.regraded', 'change-certificate', facts.onFindingRegraded(means)),
  on('finding.escalated', 'change-certificate', facts.onFindingEscalated(means)),
  on('audit.refused_by_auditee', 'suspend-certificate', facts.onAuditRefused(means)),
  on('audit.aborted', 'suspend-certificate', facts.onAuditAborted(means)),
  on('licence.suspended', 'suspend-certificate', facts.onLicenceSanctioned(means)),
  on('licence.revoked', 'suspend-certificate', facts.onLicenceSanctioned(means)),
  on('certificate.scope_extension_requested', 'mail-officers', extension.mailExtensionAsked(means)),
  on('certificate.scope_extended', 'mail-holder', extension.mailExtended(means)),
  on('certificate.scope_extension_refused', 'mail-holder', extension.mailExtensionRefused(means)),
  on('certificate.scope_audit_needed', 'order-audit', programme.orderForScope(means)),
  on('certificate.scope_audit_needed', 'mail-holder', extension.mailAuditNeeded(means)),
  on('certificate.scope_extension_refused', 'drop-audit', programme.dropForScope(means)),
  on('certificate.transfer_requested', 'mail-new-body', transfer.mailTransferAsked(means)),
  on('certificate.transfer_declined', 'mail-holder', transfer.mailTransferDeclined(means)),
  on('certificate.transferred', 'mail-former-body', transfer.mailTransferred(means)),
  on('certificate.transferred', 'drop-programme', programme.dropOnEnd(means)),
  on('certificate.recertification_opened', 'mail-holder', clock.mailRecertification(means, 'holder')),
  on('certificate.recertification_opened', 'mail-audit-body', clock.mailRecertification(means, 'body')),
  on('certificate.recertification_late', 'mail-holder', clock.mailRecertification(means, 'holder')),
  on('certificate.recertification_late', 'mail-audit-body', clock.mailRecertification(means, 'body')),
  on('certificate.recertification_late', 'mail-officers', clock.mailRecertification(means, 'scheme')),
  on('certificate.expiring', 'mail-holder', clock.mailExpiring(means)),
  on('certificate.expired', 'mail-holder', clock.mailExpired(means)),
  on('certificate.change_announced', 'mail-holder', clock.mailChangeAnnounced(means)),
  on('certificate.late_finding_announced', 'mail-holder', clock.mailLateFinding(means)),
];

const ofClaims = (means: Means): Reaction[] => [
  ...(['suspended', 'withdrawn', 'superseded', 'transferred', 'expired'] as const).map((how) =>
    on(`certificate.${how}`, 'end-claims', claims.endOnEnd(means)),
  ),
  on('claim.registered', 'mail-holder', claims.mailClaim(means)),
  on('claim.refused', 'mail-holder', claims.mailClaim(means)),
  on('claim.ended', 'mail-holder', claims.mailClaim(means)),
  on('claim.misused', 'mail-holder', claims.mailMisused(means)),
];

const ofAppeals = (means: Means): Reaction[] => [
  on('certificate.appealed', 'mail-holder', certificateAppeals.mailLodged(means)),
  on('certificate.appealed', 'mail-independent-people', certificateAppeals.mailToDecide(means)),
  on('certificate.appeal_acknowledged', 'mail-holder', certificateAppeals.mailAcknowledged(means)),
  on('certificate.stay_decided', 'mail-holder', certificateAppeals.mailStay(means)),
  on('certificate.appeal_decided', 'mail-holder', certificateAppeals.mailAppealDecided(means)),
  on('certificate.appeal_due', 'mail-scheme', certificateAppeals.mailAppealDue(means)),
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
  on('audit.refused_by_auditee', 'mail-scheme', planning.mailAbandoned(means, 'scheme')),
  on('audit.refused_by_auditee', 'mail-auditee', planning.mailAbandoned(means, 'auditee')),
  on('audit.aborted', 'mail-scheme', planning.mailAbandoned(means, 'scheme')),
  on('audit.aborted', 'mail-auditee', planning.mailAbandoned(means, 'auditee')),
  on('application.withdrawn', 'end-audits', ending.endAudits(means, 'withdrawn')),
  on('application.lapsed', 'end-audits', ending.endAudits(means, 'lapsed')),
  on('certificate.withdrawn', 'end-audits', ending.endAuditsOf(means, 'withdrawn')),
  on('certificate.expired', 'end-audits', ending.endAuditsOf(means, 'expired')),
  on('certificate.superseded', 'end-audits', ending.endAuditsOf(means, 'superseded')),
  on('certificate.returned', 'resume-findings', resuming.resumeFindings(means)),
  on('certificate.restored', 'resume-findings', resuming.resumeFindings(means)),
  on('audit.ended_with_certificate', 'mail-team', ending.mailEnded(means, 'body')),
  on('audit.ended_with_certificate', 'mail-auditee', ending.mailEnded(means, 'recruiter')),
  on('audit.ended_with_application', 'mail-team', ending.mailEnded(means, 'body')),
  on('audit.ended_with_application', 'mail-auditee', ending.mailEnded(means, 'recruiter')),
  on('audit.failed', 'mail-auditee', findingClocks.mailFailed(means, 'recruiter')),
  on('audit.failed', 'mail-audit-body', findingClocks.mailFailed(means, 'body')),
];

const ofLicences = (means: Means): Reaction[] => [
  on('application.submitted', 'declare-licences', licences.declareLicences(means)),
  on('licence.confirmed', 'mail-holder', licences.mailConfirmed(means)),
  on('licence.suspended', 'mail-holder', licences.mailSuspended(means)),
  on('licence.reinstated', 'mail-holder', licences.mailReinstated(means)),
  on('licence.revoked', 'mail-holder', licences.mailRevoked(means)),
  on('licence.expiring', 'mail-holder', licences.mailExpiring(means)),
  on('licence.expired', 'mail-holder', licences.mailExpired(means)),
  on('licence.expired', 'mail-officers', licences.tellOfficers(means)),
];

const ofBilling = (means: Means): Reaction[] => [
  on('application.submitted', 'issue-fee', billing.issueFee(means)),
  on('application.deferral_expired', 'issue-extra-fee', billing.issueFeeForLateAnswer(means)),
  on('application.withdrawn', 'cancel-fees', billing.cancelFees(means, 'withdrawn')),
  on('application.lapsed', 'cancel-fees', billing.cancelFees(means, 'lapsed')),
  on('application.discarded', 'cancel-fees', billing.cancelFees(means, 'discarded')),
  on('invoice.issued', 'mail-payers', billing.mailInvoice(means)),
  on('invoice.reminded', 'mail-payers', billing.mailReminder(means)),
  on('invoice.paid', 'mail-receipt', billing.mailReceipt(means)),
  on('invoice.paid', 'close-checkouts', billing.closeCardPages(means)),
  on('invoice.cancelled', 'close-checkouts', billing.closeCardPages(means)),
  on('refund.requested', 'give-card-money-back', billing.giveCardMoneyBack(means)),
  on('refund.made', 'mail-payers', billing.mailRefund(means)),
];
