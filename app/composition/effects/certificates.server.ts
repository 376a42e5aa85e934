import { findUnheld } from '#app/features/certificates/clock/due.server.ts';
import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as applications from '#app/features/applications/reactions.server.ts';
import * as planning from '#app/features/audits/planning/reactions.server.ts';
import * as late from '#app/features/audits/programme/late/reactions.server.ts';
import * as programme from '#app/features/audits/programme/reactions.server.ts';
import * as audits from '#app/features/audits/reactions.server.ts';
import * as certificates from '#app/features/certificates/reactions.server.ts';
import * as certificateAppeals from '#app/features/certificates/appeals/reactions.server.ts';
import * as checks from '#app/features/certificates/claims/checks/reactions.server.ts';
import * as claims from '#app/features/certificates/claims/reactions.server.ts';
import * as client from '#app/features/certificates/client/reactions.server.ts';
import * as clock from '#app/features/certificates/clock/reactions.server.ts';
import * as extension from '#app/features/certificates/extension/reactions.server.ts';
import * as scope from '#app/features/certificates/scope/reactions.server.ts';
import * as transfer from '#app/features/certificates/transfer/reactions.server.ts';
import * as facts from '#app/features/certificates/facts/reactions.server.ts';
import * as meanwhile from '#app/features/certificates/facts/meanwhile.server.ts';
import * as conditions from '#app/features/certificates/decisions/conditions/reactions.server.ts';
import * as decisions from '#app/features/certificates/decisions/reactions.server.ts';

/** What follows from the facts of decisions and the life of a certificate. */
export const ofCertificates = (means: Means): Reaction[] => [
  ...ofDecisions(means),
  ...ofRisk(means),
  ...ofLateAudits(means),
  ...ofChanges(means),
  ...ofClients(means),
  ...ofAppeals(means),
  ...ofClaims(means),
];

/** What makes harm likelier brings more audits. */
const ofRisk = (means: Means): Reaction[] => [
  on('certificate.suspended', 'reckon-risk', programme.reckonAgain(means)),
  on('finding.issued', 'reckon-risk', programme.reckonAgain(means)),
  on('finding.regraded', 'reckon-risk', programme.reckonAgain(means)),
  on('finding.escalated', 'reckon-risk', programme.reckonAgain(means)),
];

/** An audit of the programme that nobody held in time. */
const ofLateAudits = (means: Means): Reaction[] => [
  on('audit.not_held', 'mail-audit-body', late.mailNotHeld(means, 'body', findUnheld)),
  on('audit.not_held', 'mail-officers', late.mailNotHeld(means, 'officers', findUnheld)),
  on('audit.not_held', 'mail-holder', late.mailNotHeld(means, 'holder', findUnheld)),
  on('audit.more_time_given', 'mail-audit-body', late.mailMoreTime(means, 'body', findUnheld)),
  on('audit.more_time_given', 'mail-holder', late.mailMoreTime(means, 'holder', findUnheld)),
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

/** Whoever audits a recruiter hears what becomes of its certificate, by whomever. */
const ofClients = (means: Means): Reaction[] =>
  (['suspended', 'reinstated', 'withdrawn', 'scope_reduced', 'returned'] as const).map((how) =>
    on(`certificate.${how}`, 'mail-audit-body', client.mailAuditBody(means)),
  );

/** What facts and the clock do to certificates, and who is told. */
const ofChanges = (means: Means): Reaction[] => [
  on('finding.issued', 'change-certificate', facts.onFindingIssued(means)),
  on('finding.regraded', 'change-certificate', facts.onFindingRegraded(means)),
  on('finding.escalated', 'change-certificate', facts.onFindingEscalated(means)),
  on('audit.refused_by_auditee', 'suspend-certificate', facts.onAuditRefused(means)),
  on('audit.aborted', 'suspend-certificate', facts.onAuditAborted(means)),
  on('audit.started', 'watch-certificate', facts.onSpecialTold(means)),
  on('audit.notified', 'watch-certificate', facts.onSpecialTold(means)),
  on('licence.suspended', 'suspend-certificate', facts.onLicenceSanctioned(means)),
  on('licence.revoked', 'suspend-certificate', facts.onLicenceSanctioned(means)),
  on('certificate.scope_extension_requested', 'mail-officers', extension.mailExtensionAsked(means)),
  on('certificate.scope_extended', 'mail-holder', extension.mailExtended(means)),
  on('certificate.scope_extension_refused', 'mail-holder', extension.mailExtensionRefused(means)),
  on('certificate.scope_audit_needed', 'order-audit', programme.orderForScope(means)),
  on('certificate.scope_audit_needed', 'mail-holder', extension.mailAuditNeeded(means)),
  on('certificate.scope_extension_refused', 'drop-audit', programme.dropForScope(means)),
  ...(['withdrawn', 'superseded', 'transferred', 'expired'] as const).map((how) =>
    on(`certificate.${how}`, 'follow-requests', extension.followOnEnd(means)),
  ),
  on('certificate.scope_request_carried', 'order-audit', programme.orderForScope(means)),
  on('certificate.scope_request_carried', 'mail-holder', extension.mailFollowed(means)),
  on('certificate.scope_request_ended', 'drop-audit', programme.dropForScope(means)),
  on('certificate.scope_request_ended', 'mail-holder', extension.mailFollowed(means)),
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

const ofAppeals = (means: Means): Reaction[] => [
  on('certificate.appealed', 'mail-holder', certificateAppeals.mailLodged(means)),
  on('certificate.appealed', 'mail-independent-people', certificateAppeals.mailToDecide(means)),
  on('certificate.appeal_acknowledged', 'mail-holder', certificateAppeals.mailAcknowledged(means)),
  on('certificate.stay_decided', 'mail-holder', certificateAppeals.mailStay(means)),
  on('certificate.appeal_proposed', 'mail-second-person', certificateAppeals.mailProposed(means)),
  on('certificate.appeal_sent_back', 'mail-independent-people', certificateAppeals.mailSentBack(means)),
  on('certificate.appeal_decided', 'mail-holder', certificateAppeals.mailAppealDecided(means)),
  on('certificate.appeal_due', 'mail-scheme', certificateAppeals.mailAppealDue(means)),
  on('certificate.appeal_due', 'mail-owners', certificateAppeals.mailEscalated(means)),
];

const ofClaims = (means: Means): Reaction[] => [
  ...(['suspended', 'withdrawn', 'superseded', 'transferred', 'expired'] as const).map((how) =>
    on(`certificate.${how}`, 'end-claims', claims.endOnEnd(means)),
  ),
  on('claim.registered', 'mail-holder', claims.mailClaim(means)),
  on('claim.refused', 'mail-holder', claims.mailClaim(means)),
  on('claim.ended', 'mail-holder', claims.mailClaim(means)),
  on('claim.withdrawn', 'mail-holder', claims.mailClaim(means)),
  on('claim.misused', 'mail-holder', claims.mailMisused(means)),
  on('certificate.scope_reduced', 'ask-about-claims', checks.askOnReduction(means)),
  on('claim.check_asked', 'mail-holder', checks.mailCheck(means)),
];
