import type { Access } from './judge.ts';

/** A company's own people for its own watches and webhooks; to another company they are nobody's. See `matrix.ts`. */
const own = (post?: number): Access => ({
  company: post === undefined ? [200] : [200, post],
  otherCompany: post === undefined ? [404] : [404, 404],
});
const company = (post?: number): Access => ({ company: post === undefined ? [200] : [200, post] });

export const watching: Record<string, Access> = {
  // A company's receipt is its own; a visitor's is whoever's has its address (tests/db/verifications).
  '/receipts/:id': { company: [200], otherCompany: [404], anyone: [404] },
  '/receipts/:id/pdf': { company: [200], otherCompany: [404], anyone: [404] },
  '/receipts/:id/credential': { company: [200], otherCompany: [404], anyone: [404] },
  '/watches': company(),
  '/watches/recruiter': company(400),
  '/watches/corridor': company(400),
  '/watches/list': company(400),
  '/watches/mails': company(400),
  '/webhooks': company(),
  '/webhooks/new': company(400),
  '/webhooks/:id': own(),
  '/webhooks/:id/on': own(409),
  '/webhooks/messages/:id/replay': own(302),
  '/webhooks/:id/secret': own(200),
  // Last: what they name is gone afterwards.
  '/watches/:id/end': own(302),
  '/webhooks/:id/end': own(302),
};
