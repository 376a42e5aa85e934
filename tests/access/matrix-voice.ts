import type { Access } from './judge.ts';

/** Anybody answers a poster; what five or more answered is its company's own. See `matrix.ts`. */
const own = (post?: number): Access => ({
  company: post === undefined ? [200] : [200, post],
  otherCompany: post === undefined ? [404] : [404, 404],
});

export const voice: Record<string, Access> = {
  '/:lang/voice': { anyone: [200, 400] },
  '/:lang/voice/:code': { anyone: [200, 400] },
  '/mapping/voice': { company: [200] },
  '/mapping/voice/:partyId': own(400),
  '/mapping/voice/posters/:posterId': own(),
  '/mapping/voice/posters/:posterId/pdf': own(),
  // Last: afterwards it is in use no more.
  '/mapping/voice/posters/:posterId/end': own(302),
};
