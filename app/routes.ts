import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

/** Every page and its file. A second button on a page is a second line here. */
export default [
  layout('routes/frames/public.tsx', [
    index('routes/public/home.tsx'),
    route('register', 'routes/public/register.tsx'),
    route('register/:registrationNumber', 'routes/public/record.tsx'),
    route('verify/:certificateNumber', 'routes/public/verify.tsx'),
    route('scheme', 'routes/public/scheme.tsx'),
    route('developers', 'routes/public/developers.tsx'),
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('sign-up', 'routes/account/sign-up.tsx'),

    // The second step of signing in
    route('sign-in/second-factor', 'routes/factors/second-factor.tsx'),
    route('sign-in/passkey', 'routes/factors/sign-in-passkey.tsx'),
    route('sign-in/recovery', 'routes/factors/recovery.tsx'),
  ]),
  route('certificates/:number', 'routes/public/certificate.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),

  layout('routes/frames/worker.tsx', [route(':lang/check', 'routes/public/check.tsx')]),

  layout('routes/frames/desk.tsx', [
    route('now', 'routes/account/now.tsx'),

    // A recruiter's own application
    route('apply', 'routes/apply/overview.tsx'),
    route('apply/agency', 'routes/apply/agency.tsx'),
    route('apply/licences', 'routes/apply/licences.tsx'),
    route('apply/licence-scan', 'routes/apply/licence-scan.tsx'),
    route('apply/corridors', 'routes/apply/corridors.tsx'),
    route('apply/volumes', 'routes/apply/volumes.tsx'),
    route('apply/agents', 'routes/apply/agents.tsx'),
    route('apply/declarations', 'routes/apply/declarations.tsx'),
    route('apply/submit', 'routes/apply/submit.tsx'),
    route('apply/audit-body', 'routes/apply/audit-body.tsx'),
    route('apply/withdraw', 'routes/apply/withdraw.tsx'),
    route('certificate', 'routes/apply/certificate.tsx'),

    // Applications, invoices, decisions and certificates, for the scheme
    route('scheme/applications', 'routes/scheme/applications.tsx'),
    route('scheme/applications/:id', 'routes/scheme/application.tsx'),
    route('scheme/applications/:id/accept', 'routes/scheme/accept.tsx'),
    route('scheme/applications/:id/defer', 'routes/scheme/defer.tsx'),
    route('scheme/applications/:id/reject', 'routes/scheme/reject.tsx'),
    route('scheme/invoices', 'routes/scheme/invoices.tsx'),
    route('scheme/invoices/:id/payment', 'routes/scheme/payment.tsx'),
    route('scheme/decisions', 'routes/decide/decisions.tsx'),
    route('scheme/decisions/:applicationId', 'routes/decide/decide.tsx'),
    route('scheme/certificates', 'routes/certify/certificates.tsx'),
    route('scheme/certificates/:id', 'routes/certify/certificate.tsx'),
    route('scheme/certificates/:id/suspend', 'routes/certify/suspend.tsx'),
    route('scheme/certificates/:id/lift', 'routes/certify/lift.tsx'),
    route('scheme/certificates/:id/withdraw', 'routes/certify/withdraw.tsx'),
    route('scheme/certificates/:id/watch', 'routes/certify/watch.tsx'),
    route('scheme/certificates/:id/clear', 'routes/certify/clear.tsx'),
    route('scheme/mailbox', 'routes/scheme/mailbox.tsx'),
    route('scheme/mailbox/:id', 'routes/scheme/mail.tsx'),
    route('scheme/reactions', 'routes/scheme/reactions.tsx'),

    // Audits
    route('audits', 'routes/audit/audits.tsx'),
    route('audits/new/:applicationId', 'routes/audit/new.tsx'),
    route('audits/:id', 'routes/audit/audit.tsx'),
    route('audits/:id/declare', 'routes/audit/declare.tsx'),
    route('audits/:id/plan', 'routes/audit/plan.tsx'),
    route('audits/:id/start', 'routes/audit/start.tsx'),
    route('audits/:id/indicators', 'routes/audit/indicators.tsx'),
    route('audits/:id/indicators/:code', 'routes/audit/indicator.tsx'),
    route('audits/:id/indicators/:code/finding', 'routes/audit/raise-finding.tsx'),
    route('audits/:id/close-fieldwork', 'routes/audit/close-fieldwork.tsx'),
    route('audits/:id/readiness', 'routes/audit/readiness.tsx'),
    route('audits/:id/report', 'routes/audit/report.tsx'),
    route('audits/:id/review', 'routes/audit/review.tsx'),
    route('audits/:id/return', 'routes/audit/return.tsx'),
    route('audits/:id/cancel', 'routes/audit/cancel.tsx'),

    // Findings, seen from both sides
    route('findings', 'routes/findings/findings.tsx'),
    route('findings/:id', 'routes/findings/finding.tsx'),
    route('findings/:id/withdraw', 'routes/findings/withdraw.tsx'),
    route('findings/:id/contain', 'routes/findings/contain.tsx'),
    route('findings/:id/plan', 'routes/findings/plan.tsx'),
    route('findings/:id/accept-plan', 'routes/findings/accept-plan.tsx'),
    route('findings/:id/return-plan', 'routes/findings/return-plan.tsx'),
    route('findings/:id/evidence', 'routes/findings/evidence.tsx'),
    route('findings/:id/verify', 'routes/findings/verify.tsx'),
    route('findings/:id/reject-evidence', 'routes/findings/reject-evidence.tsx'),
    route('findings/:id/close', 'routes/findings/close.tsx'),

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
  ]),

  // Files, for those who may open them
  route('files/licences/:id', 'routes/files/licence.ts'),
  route('files/evidence/:findingId/:round', 'routes/files/evidence.ts'),
] satisfies RouteConfig;
