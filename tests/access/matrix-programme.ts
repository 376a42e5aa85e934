import type { Access } from './judge.ts';

const readers = (post?: number): Access => {
  const answers = post === undefined ? ([200] as const) : ([200, post] as const);
  return { auditor: answers, reviewer: answers, officer: answers, recruiter: answers };
};

export const programme: Record<string, Access> = {
  '/audits/calendar': readers(),
  '/audits/calendar/month': readers(),
  '/audits/calendar/feed': readers(400),
  '/calendar/:secret': { anyone: [404] },
  '/audits/programme/:entryId': { auditor: [200, 409], strangers: [404, 404] },
  '/scheme/audit-draws': { officer: [200] },
  '/scheme/audit-draws/new': { officer: [200, 400] },
  '/scheme/audit-draws/:id': { officer: [200] },
  '/scheme/audit-proposals/:id': { officer: [200, 400] },
  '/scheme/late-surveillances/:id': { officer: [200, 400] },
  '/scheme/certificates/:id/order-audit': { officer: [200, 400] },
};
