import type { Access } from './judge.ts';

/** A scan of a licence, sent with the application that is in audit now: it stands as sent. */
const readers: Access = {
  ...{ recruiter: [200], auditor: [200], reviewer: [200], officer: [200] },
  ...{ decider: [404], strangers: [404] },
};

export const documents: Record<string, Access> = {
  '/documents': { recruiter: [200] },
  '/documents/new': { recruiter: [200, 415] },
  '/documents/of/:organisationId': { officer: [200], auditor: [200], reviewer: [200], strangers: [404] },
  '/documents/:id': readers,
  '/documents/:id/version': { recruiter: [200, 415], strangers: [404, 404] },
  '/documents/:id/withdraw': { recruiter: [200, 409], strangers: [404, 404] },
  '/files/documents/:id/:version': readers,
};
