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

    // Signing in through an organisation's provider
    route('sign-in/sso', 'routes/sso/sign-in.tsx'),
    route('sign-in/sso/callback', 'routes/sso/callback.tsx'),
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
  ]),

  // Files, for those who may open them
  route('files/licences/:id', 'routes/files/licence.ts'),
  route('files/evidence/:findingId/:round', 'routes/files/evidence.ts'),
] satisfies RouteConfig;
