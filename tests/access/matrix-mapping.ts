import type { Access } from './judge.ts';

/** A company's own people for its own mapping; to another company it is nobody's. See `matrix.ts`. */
const own = (get: number, post?: number): Access => ({
  company: post === undefined ? [get] : [get, post],
  otherCompany: post === undefined ? [404] : [404, 404],
});
const company = (post?: number): Access => ({ company: post === undefined ? [200] : [200, post] });

export const mapping: Record<string, Access> = {
  '/mapping': company(),
  '/mapping/new': company(400),
  '/mapping/chain': company(),
  '/mapping/report': company(),
  '/files/mapping-report': company(),
  '/mapping/parties': company(),
  '/mapping/parties/:id': own(200, 302),
  '/mapping/parties/:id/match': own(200, 400),
  '/mapping/parties/:id/merge': own(200, 400),
  '/mapping/parties/:id/review': own(200, 400),
  '/mapping/answers/:id': own(200),
  '/mapping/campaigns/:id': own(200),
  '/mapping/campaigns/:id/open': own(200, 409),
  '/mapping/campaigns/:id/more-time': own(200, 400),
  '/mapping/campaigns/:id/supplier': own(200, 400),
  '/mapping/campaigns/:id/suppliers': own(200, 415),
  // Last: it asks nobody afterwards.
  '/mapping/campaigns/:id/close': own(200, 302),
};

/** The link is who they are: one that opens nothing says the same to everybody. */
const broken: Access = { anyone: [410, 410] };

export const answering: Record<string, Access> = {
  '/:lang/answer/:token': broken,
  '/:lang/answer/:token/sections/:section': broken,
  '/:lang/answer/:token/send': broken,
  '/:lang/answer/:token/reuse': broken,
  '/:lang/answer/:token/hand': broken,
  '/:lang/answer/:token/workbook': broken,
  '/:lang/answer/:token/workbook/file': { anyone: [410] },
  '/:lang/answer/:token/decline': broken,
  '/:lang/answer/:token/withdraw': broken,
  '/:lang/answer/:token/correct': broken,
};
