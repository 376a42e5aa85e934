import type { Access } from './judge.ts';

/** A company's own people for its own lists and portfolios; to another company they are nobody's. See `matrix.ts`. */
const own = (get: number, post?: number): Access => ({
  company: post === undefined ? [get] : [get, post],
  otherCompany: post === undefined ? [404] : [404, 404],
});
const company = (post?: number): Access => ({ company: post === undefined ? [200] : [200, post] });

export const lists: Record<string, Access> = {
  '/lists': company(),
  '/lists/new': company(415),
  '/lists/:id': own(200, 409),
  // Theirs is checked already.
  '/lists/:id/columns': own(302, 302),
  '/lists/:id/candidates': own(200, 409),
  '/lists/:id/portfolio': own(200, 400),
  '/lists/:id/file': own(200),
  '/portfolios': company(),
  '/portfolios/:id': own(200),
  '/portfolios/:id/file': own(200),
  '/portfolios/:id/watch': own(200, 302),
  // Last: what they name is gone afterwards.
  '/portfolios/:id/delete': own(200, 302),
  '/lists/:id/delete': own(200, 302),
};
