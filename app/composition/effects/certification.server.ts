import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as barred from '#app/features/applications/barred/reactions.server.ts';
import * as letters from '#app/features/applications/mails/reactions.server.ts';
import * as applications from '#app/features/applications/reactions.server.ts';
import * as billing from '#app/features/billing/reactions.server.ts';
import * as licences from '#app/features/licences/reactions.server.ts';
import * as documents from '#app/features/documents/reactions.server.ts';

/** What follows from the facts of an application, its fees and licences. */
export const ofApplications = (means: Means): Reaction[] => [
  ...ofSteps(means),
  ...ofBilling(means),
  ...ofLicences(means),
];

const ofSteps = (means: Means): Reaction[] => [
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
  on('application.engaged', 'mail-body-left', letters.mailBodyLeft(means)),
  on('application.reminded', 'mail-audit-body', applications.mailBodyOfLapse(means)),
  on('advice.recorded', 'mail-barred-applicant', barred.mailBarredApplicant(means)),
  on('advice.recorded', 'mail-scheme-of-barred', barred.mailBarredToScheme(means)),
  on('tie.declared', 'mail-barred-applicant', barred.mailBarredApplicant(means)),
  on('tie.declared', 'mail-scheme-of-barred', barred.mailBarredToScheme(means)),
  on('document.added', 'scan', documents.scanAdded(means)),
  on('application.discarded', 'clear-documents', documents.clearDiscarded(means)),
  on('document.scanned', 'mail-sender', documents.mailRefused(means)),
  on('audit.planned', 'begin-audit', applications.beginAudit(means)),
  on('audit.ready_for_decision', 'freeze-package', applications.freeze(means)),
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
