import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

import { audits } from './addresses/audits.ts';
import { caseFiles, casework, complaints } from './addresses/casework.ts';
import { certificateAppeals, ownCertificate } from './addresses/certificates.ts';
import { corridors } from './addresses/mapping/corridors.ts';
import { auditors } from './addresses/bodies.ts';
import { clipFiles, languages } from './addresses/languages.ts';
import { entrance } from './addresses/entrance.ts';
import { directory, handedOut, helpForWorkers } from './addresses/help.ts';
import { licences } from './addresses/licences.ts';
import { listFiles, lists } from './addresses/lists.ts';
import { jobs, publicJobs } from './addresses/jobs.ts';
import { mappingActions, mappingPapers } from './addresses/mapping/actions.ts';
import { answerFiles, answering, mapping } from './addresses/mapping/mapping.ts';
import { mappingPolicies } from './addresses/mapping/policies.ts';
import { forMachines } from './addresses/machines.ts';
import { questionnaires } from './addresses/mapping/questionnaires.ts';
import { receiptFiles, receipts } from './addresses/receipts.ts';
import { report, reportFiles } from './addresses/report.ts';
import { voice, voiceOfWorkers, voicePosters } from './addresses/mapping/voice.ts';
import { watching } from './addresses/watching.ts';

/** Every page and its file. A second button on a page is a second line here. */
export default [
  layout('routes/frames/public.tsx', [
    index('routes/public/home.tsx'),
    route('register', 'routes/public/register.tsx'),
    route('register/:registrationNumber', 'routes/public/record.tsx'),
    ...receipts,
    ...publicJobs,
    route('verify', 'routes/public/verify-credential.tsx'),
    route('verify/:certificateNumber', 'routes/public/verify.tsx'),
    route('scheme', 'routes/public/scheme.tsx'),
    route('developers', 'routes/public/developers.tsx'),
    route('transparency', 'routes/public/transparency.tsx'),
    ...entrance,
  ]),
  route('.well-known/did.json', 'routes/machines/did.ts'),
  route('certificates/:number', 'routes/public/certificate.tsx'),
  route('certificates/:number/pdf', 'routes/public/certificate-pdf.ts'),
  route('calendar/:secret', 'routes/public/calendar-feed.ts'),
  ...receiptFiles,
  ...clipFiles,
  ...mappingPapers,
  ...reportFiles,
  ...voicePosters,
  ...caseFiles,
  ...answerFiles,
  ...forMachines,
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('places/:membershipId', 'routes/places/switch.tsx'),

  layout('routes/frames/worker.tsx', [
    route(':lang/check', 'routes/public/check.tsx'),
    ...helpForWorkers,
    ...report,
    ...voice,
  ]),

  layout('routes/frames/answer.tsx', answering),

  layout('routes/frames/desk.tsx', [
    route('now', 'routes/account/now.tsx'),

    // A recruiter's own application
    route('apply', 'routes/apply/overview.tsx'),
    route('apply/licence-scan', 'routes/apply/licence-scan.tsx'),
    route('apply/submit', 'routes/apply/submit.tsx'),
    route('apply/audit-body', 'routes/apply/audit-body.tsx'),
    route('apply/withdraw', 'routes/apply/withdraw.tsx'),
    route('apply/workbook', 'routes/apply/workbook.tsx'),
    route('apply/:section', 'routes/apply/section.tsx'),
    route('certificate', 'routes/apply/certificate.tsx'),
    route('certificate/extend', 'routes/certify/own/extend.tsx'),
    route('certificate/transfer', 'routes/certify/own/transfer.tsx'),
    ...ownCertificate,
    route('transfers/:id', 'routes/certify/transfer/take-over.tsx'),
    route('transfers/:id/declare', 'routes/certify/transfer/declare.tsx'),
    route('transfers/:id/reports/:auditId', 'routes/certify/transfer/report.ts'),

    // Applications, invoices, decisions and certificates, for the scheme
    route('scheme/applications', 'routes/scheme/applications.tsx'),
    route('scheme/applications/:id', 'routes/scheme/application.tsx'),
    route('scheme/applications/:id/accept', 'routes/scheme/accept.tsx'),
    route('scheme/applications/:id/defer', 'routes/scheme/defer.tsx'),
    route('scheme/applications/:id/reject', 'routes/scheme/reject.tsx'),
    route('scheme/invoices', 'routes/scheme/invoices.tsx'),
    route('scheme/invoices/:id/payment', 'routes/scheme/payment.tsx'),
    route('scheme/decisions', 'routes/decide/decisions.tsx'),
    route('scheme/decisions/:id', 'routes/decide/matter.tsx'),
    route('scheme/decisions/:id/declare', 'routes/decide/declare.tsx'),
    route('scheme/meetings/new', 'routes/decide/meetings/new.tsx'),
    route('scheme/meetings/:id/close', 'routes/decide/meetings/close.tsx'),
    route('scheme/conditions/:id', 'routes/decide/condition.tsx'),
    route('scheme/certificates', 'routes/certify/certificates.tsx'),
    route('scheme/certificates/:id', 'routes/certify/certificate.tsx'),
    route('scheme/certificates/:id/suspend', 'routes/certify/suspend.tsx'),
    route('scheme/certificates/:id/lift', 'routes/certify/lift.tsx'),
    route('scheme/certificates/:id/lift-review', 'routes/certify/lift-review.tsx'),
    route('scheme/certificates/:id/withdraw', 'routes/certify/withdraw.tsx'),
    route('scheme/certificates/:id/watch', 'routes/certify/watch.tsx'),
    route('scheme/certificates/:id/clear', 'routes/certify/clear.tsx'),
    route('scheme/certificates/:id/reduce', 'routes/certify/reduce.tsx'),
    route('scheme/certificates/:id/extension', 'routes/certify/extension.tsx'),
    route('scheme/mailbox', 'routes/scheme/mailbox.tsx'),
    route('scheme/mailbox/:id', 'routes/scheme/mail.tsx'),
    route('scheme/reactions', 'routes/scheme/reactions.tsx'),

    // Audit bodies: what they are approved for
    route('scheme/audit-bodies', 'routes/bodies/bodies.tsx'),
    route('scheme/audit-bodies/:id/approve', 'routes/bodies/approve.tsx'),
    route('scheme/approvals/:id/end', 'routes/bodies/end-approval.tsx'),
    route('audit-body', 'routes/bodies/own.tsx'),
    route('audit-body/:id', 'routes/bodies/body.tsx'),
    ...auditors,

    // Who helps workers
    ...directory,
    ...languages,

    // What supply chains are asked
    ...questionnaires,

    // What holds between two countries
    ...corridors,

    // Complaints of workers
    ...casework,
    ...complaints,

    ...audits,

    // Job orders
    ...jobs,

    // What a company watches
    ...mappingActions,
    ...mappingPolicies,
    ...watching,
    ...voiceOfWorkers,

    // Lists that a company has checked, and its portfolios
    ...lists,

    // A company's labour supply chain
    ...mapping,

    // API keys of a company
    route('organisation/keys', 'routes/keys/keys.tsx'),
    route('organisation/keys/new', 'routes/keys/new.tsx'),
    route('organisation/keys/:id/rotate', 'routes/keys/rotate.tsx'),
    route('organisation/keys/:id/revoke', 'routes/keys/revoke.tsx'),
    // Second factors: one's own, and the reset of somebody else's
    route('me/factors', 'routes/factors/factors.tsx'),
    route('me/factors/authenticator', 'routes/factors/authenticator.tsx'),
    route('me/factors/authenticator/remove', 'routes/factors/remove-authenticator.tsx'),
    route('me/factors/passkey', 'routes/factors/passkey.tsx'),
    route('me/factors/passkey/:id/remove', 'routes/factors/remove-passkey.tsx'),
    route('me/factors/codes', 'routes/factors/codes.tsx'),
    route('me/factors/reset/cancel', 'routes/factors/cancel-own-reset.tsx'),
    route('confirm-identity', 'routes/factors/confirm.tsx'),
    route('confirm-identity/passkey', 'routes/factors/confirm-passkey.tsx'),
    route('scheme/factor-resets', 'routes/factors/resets/resets.tsx'),
    route('scheme/factor-resets/new', 'routes/factors/resets/new-reset.tsx'),
    route('scheme/factor-resets/:id/approve', 'routes/factors/resets/approve-reset.tsx'),
    route('scheme/factor-resets/:id/cancel', 'routes/factors/resets/cancel-reset.tsx'),
    // One's own account
    route('me', 'routes/me/me.tsx'),
    route('me/name', 'routes/me/name.tsx'),
    route('me/password', 'routes/me/password.tsx'),
    route('me/address', 'routes/me/address.tsx'),
    route('me/export', 'routes/me/export.tsx'),
    route('me/close', 'routes/me/close.tsx'),
    route('me/interests', 'routes/me/interests/interests.tsx'),
    route('me/interests/new', 'routes/me/interests/declare.tsx'),
    route('me/interests/:id/end', 'routes/me/interests/end.tsx'),
    // People of an organisation, where somebody works, and where they are signed in
    route('organisation', 'routes/organisation/organisation.tsx'),
    route('organisation/invite', 'routes/organisation/invite.tsx'),
    route('organisation/invitations/:id/revoke', 'routes/organisation/revoke.tsx'),
    route('organisation/people/:membershipId/role', 'routes/organisation/role.tsx'),
    route('organisation/people/:membershipId/remove', 'routes/organisation/remove.tsx'),
    route('organisation/people/:membershipId/owner', 'routes/organisation/make-owner.tsx'),
    route('organisation/give-up', 'routes/organisation/give-up.tsx'),
    route('organisation/leave', 'routes/organisation/leave.tsx'),
    route('organisation/trail', 'routes/organisation/trail.tsx'),
    route('places', 'routes/places/places.tsx'),
    route('me/sessions', 'routes/me/sessions.tsx'),
    route('me/sessions/end-all', 'routes/me/end-all-sessions.tsx'),
    route('me/sessions/:publicId/end', 'routes/me/end-session.tsx'),
    route('me/trail', 'routes/me/trail.tsx'),
    route('advice', 'routes/organisations/advice.tsx'),
    route('scheme/organisations', 'routes/organisations/organisations.tsx'),
    route('scheme/organisations/new', 'routes/organisations/new.tsx'),
    route('scheme/organisations/:id', 'routes/organisations/organisation.tsx'),
    route('scheme/organisations/:id/invite', 'routes/organisations/invite-owner.tsx'),
    route('scheme/organisations/:id/people/:accountId/sessions', 'routes/organisations/end-sessions.tsx'),
    route('authority/recruiters', 'routes/authority/recruiters.tsx'),
    route('authority/recruiters/:registrationNumber', 'routes/authority/recruiter.tsx'),
    // Single sign-on: domains, provider, and who confirms them
    route('confirm-identity/sso', 'routes/sso/confirm.tsx'),
    route('organisation/sign-on', 'routes/sso/overview.tsx'),
    route('organisation/sign-on/domain', 'routes/sso/claim.tsx'),
    route('organisation/sign-on/domain/:domain/check', 'routes/sso/check.tsx'),
    route('organisation/sign-on/domain/:domain/remove', 'routes/sso/remove-domain.tsx'),
    route('organisation/sign-on/provider', 'routes/sso/provider.tsx'),
    route('organisation/sign-on/provider/remove', 'routes/sso/remove-provider.tsx'),
    route('scheme/domains', 'routes/sso/claims.tsx'),
    route('scheme/domains/:organisationId/:domain/confirm', 'routes/sso/confirm-domain.tsx'),
    // A recruiter's network
    route('network', 'routes/network/network.tsx'),
    route('network/new', 'routes/network/new.tsx'),
    route('network/import', 'routes/network/import.tsx'),
    route('network/imports/:importId', 'routes/network/imported.tsx'),
    route('network/:partnerId', 'routes/network/partner.tsx'),
    route('network/:partnerId/edit', 'routes/network/edit.tsx'),
    route('network/:partnerId/authorise', 'routes/network/authorise.tsx'),
    route('network/:partnerId/authorise/end', 'routes/network/end-authorisation.tsx'),
    route('network/:partnerId/end', 'routes/network/end.tsx'),
    route('scheme/applications/:id/network', 'routes/network/applicant.tsx'),
    ...licences,

    // Documents: evidence of an organisation
    route('documents', 'routes/documents/documents.tsx'),
    route('documents/new', 'routes/documents/new.tsx'),
    route('documents/of/:organisationId', 'routes/documents/kept.tsx'),
    route('documents/:id', 'routes/documents/document.tsx'),
    route('documents/:id/version', 'routes/documents/version.tsx'),
    route('documents/:id/withdraw', 'routes/documents/withdraw.tsx'),
    // How a recruiter sees itself
    route('self-assessment', 'routes/self-assessment/attempts.tsx'),
    route('self-assessment/:attempt', 'routes/self-assessment/attempt.tsx'),
    route('self-assessment/:attempt/criteria/:code', 'routes/self-assessment/criterion.tsx'),
    route('self-assessment/:attempt/indicators/:code/evidence', 'routes/self-assessment/evidence.tsx'),
    route('self-assessment/:attempt/complete', 'routes/self-assessment/complete.tsx'),
    route('self-assessment/:attempt/result', 'routes/self-assessment/result.tsx'),
    route('scheme/applications/:id/self-assessment', 'routes/scheme/self-assessment.tsx'),
    // Review: conflicts, assignment, the checklist; appeals and drafts; the language of mails
    route('scheme/applications/:id/declare', 'routes/review/declare.tsx'),
    route('scheme/applications/:id/take', 'routes/review/take.tsx'),
    route('scheme/applications/:id/hand-over', 'routes/review/hand-over.tsx'),
    route('scheme/applications/:id/checklist/:section', 'routes/review/check.tsx'),
    route('scheme/appeals', 'routes/appeals/appeals.tsx'),
    route('scheme/appeals/:id/decide', 'routes/appeals/decide.tsx'),
    ...certificateAppeals,
    route('apply/appeal', 'routes/apply/appeal.tsx'),
    route('apply/discard', 'routes/apply/discard.tsx'),
    route('me/language', 'routes/me/language.tsx'),

    // Fees: what a recruiter pays, and what the scheme makes of the money
    route('fees', 'routes/fees/fees.tsx'),
    route('fees/:id', 'routes/fees/fee.tsx'),
    route('fees/:id/pay', 'routes/fees/pay.tsx'),
    route('fees/:id/paid', 'routes/fees/paid.tsx'),
    route('scheme/invoices/:id', 'routes/payments/invoice.tsx'),
    route('scheme/invoices/:id/cancel', 'routes/payments/cancel.tsx'),
    route('scheme/payments', 'routes/payments/payments.tsx'),
    route('scheme/payments/new', 'routes/payments/new.tsx'),
    route('scheme/payments/import', 'routes/payments/import.tsx'),
    route('scheme/statements/:id', 'routes/payments/statement.tsx'),
    route('scheme/payments/:id/assign', 'routes/payments/assign.tsx'),
    route('scheme/payments/:id/give-back', 'routes/payments/give-back.tsx'),
    route('scheme/refunds/:id', 'routes/payments/refund.tsx'),
  ]),
  route('stripe/webhook', 'routes/fees/webhook.ts'),
  ...handedOut,

  // Fieldwork from a device that was away
  route('audits/:id/bundle', 'routes/audit/fieldwork/bundle.ts'),
  route('audits/:id/presence', 'routes/audit/fieldwork/presence.ts'),
  route('audits/:id/along', 'routes/audit/fieldwork/along.ts'),
  route('audits/:id/sync', 'routes/audit/fieldwork/sync.ts'),
  route('audits/:id/photos/:photoId', 'routes/audit/fieldwork/photo.ts'),

  // Files, for those who may open them
  route('scheme/applications.csv', 'routes/scheme/applications-csv.ts'),
  route('files/invoices/:id', 'routes/files/invoice.ts'),
  ...listFiles,
  route('files/receipts/:id', 'routes/files/receipt.ts'),
  route('me/export/file', 'routes/me/export-file.ts'),
  route('apply/workbook/file', 'routes/apply/workbook-file.ts'),
  route('files/applications/:id/copy', 'routes/files/application-copy.ts'),
  route('files/documents/:id/:version', 'routes/files/document.ts'),
  route('network/template', 'routes/network/template.ts'),
  route('network/list', 'routes/network/list.ts'),
  route('files/reports/:auditId', 'routes/files/report.ts'),
  route('files/audit-plans/:auditId', 'routes/files/audit-plan.ts'),
] satisfies RouteConfig;
