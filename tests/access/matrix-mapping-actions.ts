import type { Access } from './judge.ts';

/** A company's own people for what it does about its chain; to another company it is nobody's. See `matrix.ts`. */
const own = (post?: number): Access => ({
  company: post === undefined ? [200] : [200, post],
  otherCompany: post === undefined ? [404] : [404, 404],
});
const company = (post?: number): Access => ({ company: post === undefined ? [200] : [200, post] });

export const mappingActions: Record<string, Access> = {
  '/mapping/actions': company(),
  '/mapping/actions/new': company(400),
  '/mapping/actions/:id': own(),
  '/mapping/actions/:id/step': own(415),
  '/mapping/actions/:id/evidence': own(415),
  '/mapping/actions/:id/change': own(400),
  '/mapping/actions/repayments': company(),
  '/mapping/actions/repayments/new': company(400),
  '/mapping/actions/repayments/:id': own(),
  '/mapping/actions/repayments/:id/affected': own(400),
  '/mapping/actions/repayments/:id/owed': own(400),
  '/mapping/actions/repayments/:id/instalment': own(400),
  '/mapping/actions/repayments/:id/payment': own(415),
  '/mapping/actions/repayments/:id/confirm': own(400),
  '/mapping/actions/repayments/:id/correct': own(400),
  '/files/papers/:id': own(),
  '/mapping/policies': company(),
  '/mapping/policies/new': company(400),
  '/mapping/policies/sendings/:id': own(415),
  '/mapping/policies/:id': own(),
  '/mapping/policies/:id/add': own(400),
  '/mapping/policies/:id/compare': own(),
  '/mapping/policies/:id/:version': own(),
  '/mapping/policies/:id/:version/send': own(400),
  '/mapping/policies/:id/:version/file': own(415),
  '/mapping/policies/:id/:version/items/:item': own(400),
};
