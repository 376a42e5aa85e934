import type { Access } from './judge.ts';

/** Whose partner or licence it is; to other recruiters there is none. */
const holder = (post?: number): Access => ({
  recruiter: post === undefined ? [200] : [200, post],
  strangers: [404, 404],
});
const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });
/** The authority of the licence's country; to that of another one there is none. */
const authority = (post: number): Access => ({ authority: [200, post], otherAuthority: [404, 404] });

export const network: Record<string, Access> = {
  '/network': { recruiter: [200] },
  '/network/new': { recruiter: [200, 400] },
  '/network/import': { recruiter: [200, 415] },
  '/network/imports/:importId': holder(400),
  '/network/:partnerId': holder(),
  '/network/:partnerId/edit': holder(400),
  '/network/:partnerId/authorise': holder(400),
  '/network/:partnerId/end': holder(400),
  '/network/template': { recruiter: [200] },
  '/network/list': { recruiter: [200] },
  '/scheme/applications/:id/network': { officer: [200], auditor: [200], reviewer: [200], strangers: [404] },
  '/licences': { recruiter: [200] },
  '/licences/new': { recruiter: [200, 400] },
  '/licences/:licenceId': holder(),
  '/licences/:licenceId/renew': holder(400),
  '/scheme/licences': officer(),
  '/scheme/licences/:licenceId': officer(),
  '/scheme/licences/:licenceId/confirm': officer(400),
  '/scheme/licences/:licenceId/suspend': officer(400),
  '/scheme/licences/:licenceId/reinstate': officer(400),
  '/scheme/licences/:licenceId/revoke': officer(400),
  '/authority/licences': { authority: [200] },
  '/authority/licences/:licenceId': { authority: [200], otherAuthority: [404] },
  '/authority/licences/:licenceId/confirm': authority(400),
  '/authority/licences/:licenceId/suspend': authority(400),
  '/authority/licences/:licenceId/reinstate': authority(400),
  '/authority/licences/:licenceId/revoke': authority(400),

  // Last, because it works: the first of the house ends it, the colleague finds it ended.
  '/network/:partnerId/authorise/end': {
    ...{ recruiter: [200, 302], clerk: [200, 409], strangers: [404, 404] },
  },
};
