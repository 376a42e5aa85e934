import type { Access } from './judge.ts';

/** Whose licence it is reads it; to other recruiters there is none. */
const holder = (post?: number): Access => ({
  recruiter: post === undefined ? [200] : [200, post],
  strangers: [404, 404],
});
const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });
/** The authority of the licence's country; to that of another one there is none. */
const authority = (post: number): Access => ({ authority: [200, post], otherAuthority: [404, 404] });

export const network: Record<string, Access> = {
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
};
