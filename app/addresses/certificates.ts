import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What the holder of a certificate does about it. */
export const ownCertificate: RouteConfigEntry[] = [
  route('certificate/changes', 'routes/certify/own/changes.tsx'),
  route('certificate/mark', 'routes/certify/own/mark.tsx'),
  route('certificate/mark/:kind', 'routes/certify/own/mark-paper.ts'),
  route('register-contacts', 'routes/certify/own/contacts.tsx'),
  route('certificate/claims', 'routes/certify/own/claims.tsx'),
  route('certificate/claims/:id', 'routes/certify/own/claim.tsx'),
  route('scheme/claims/:id', 'routes/certify/claim.tsx'),
  route('scheme/claims/:id/withdraw', 'routes/certify/claim-withdraw.tsx'),
  route('scheme/certificates/:id/misuse', 'routes/certify/misuse/record.tsx'),
  route('scheme/misuses/:id', 'routes/certify/misuse/misuse.tsx'),
  route('scheme/misuses/:id/file', 'routes/certify/misuse/file.tsx'),
  route('certificate/suspend', 'routes/certify/own/suspend.tsx'),
  route('certificate/withdraw', 'routes/certify/own/withdraw.tsx'),
  route('certificate/appeals', 'routes/certify/own/appeals.tsx'),
  route('certificate/appeals/:decision', 'routes/certify/own/appeal.tsx'),
];

/** Appeals against what was decided of a certificate, for those who decide them. */
export const certificateAppeals: RouteConfigEntry[] = [
  route('scheme/certificate-appeals/:id', 'routes/appeals/certificate/appeal.tsx'),
  route('scheme/certificate-appeals/:id/acknowledge', 'routes/appeals/certificate/acknowledge.tsx'),
  route('scheme/certificate-appeals/:id/declare', 'routes/appeals/certificate/declare.tsx'),
  route('scheme/certificate-appeals/:id/stay', 'routes/appeals/certificate/stay.tsx'),
  route('scheme/certificate-appeals/:id/decide', 'routes/appeals/certificate/decide.tsx'),
  route('scheme/certificate-appeals/:id/confirm', 'routes/appeals/certificate/confirm.tsx'),
  route('scheme/certificate-appeals/:id/send-back', 'routes/appeals/certificate/send-back.tsx'),
];
