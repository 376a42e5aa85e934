import type { Access } from './judge.ts';

export const certificates: Record<string, Access> = {
  '/scheme/certificates/:id/reduce': { officer: [200, 400] },
  '/certificate/extend': { recruiter: [200, 400] },
  '/certificate/transfer': { recruiter: [200, 400] },
  // Of an agency, its owners alone.
  '/certificate/suspend': { recruiter: [200, 400], clerk: [403, 403] },
  '/certificate/withdraw': { recruiter: [200, 400], clerk: [403, 403] },
  '/certificate/changes': { recruiter: [200, 400] },
  '/certificate/mark': { recruiter: [200] },
  // The agency of the world has no certificate to print papers of.
  '/certificate/mark/:kind': { recruiter: [404] },
  // The agency of the world is not on the register.
  '/register-contacts': { recruiter: [200, 404] },
  '/certificate/claims': { recruiter: [200, 400] },
  // Nobody asked to show the certificate of the world.
  '/certificate/claims/:id': { recruiter: [404, 404] },
  '/scheme/claims/:id': { officer: [404, 404] },
  '/scheme/claims/:id/withdraw': { officer: [404, 404] },
  '/scheme/certificates/:id/misuse': { officer: [200, 400] },
  // No certificate of the world was misused.
  '/scheme/misuses/:id': { officer: [404] },
  '/scheme/misuses/:id/file': { officer: [404, 404] },
  '/certificate/appeals': { recruiter: [200] },
  // Nothing was decided against any of them.
  '/certificate/appeals/:decision': { recruiter: [404, 404] },
  '/scheme/certificate-appeals/:id': { officer: [200], decider: [200] },
  // Once; the second one is told so.
  '/scheme/certificate-appeals/:id/acknowledge': { officer: [200, 302] },
  '/scheme/certificate-appeals/:id/declare': { officer: [200, 400], decider: [200, 400] },
  '/scheme/certificate-appeals/:id/stay': { officer: [200, 400], decider: [200, 400] },
  '/scheme/certificate-appeals/:id/decide': { officer: [200, 400], decider: [200, 400] },
  // Nobody proposed anything of the appeal of the world.
  '/scheme/certificate-appeals/:id/confirm': { officer: [404, 404], decider: [404, 404] },
  '/scheme/certificate-appeals/:id/send-back': { officer: [404, 404], decider: [404, 404] },
  // No body of the world was asked to take a certificate over.
  '/transfers/:id': { reviewer: [404, 404] },
  '/transfers/:id/declare': { reviewer: [404, 404] },
  '/transfers/:id/reports/:auditId': { reviewer: [404] },
  // Nobody asked for a wider scope of the certificate of the world.
  '/scheme/certificates/:id/extension': { officer: [404, 404] },
};
