import type { Access } from './judge.ts';

/** The accounts' part of the table: signing in and up, one's own account, organisations, keys, sign-on. See `matrix.ts`. */

/** For whoever has a session, each about themselves. */
const mine = (post?: number): Access => ({ everyone: post === undefined ? [200] : [200, post] });
/** For the owners of any organisation, each about their own. */
const owners = (post?: number): Access => ({ owner: post === undefined ? [200] : [200, post] });
const officer = (post?: number): Access => ({ officer: post === undefined ? [200] : [200, post] });
/** A colleague of the recruiter's owner stands behind the address: to all other owners there is nobody. */
const colleague = (post: number): Access => ({
  recruiter: [200, post],
  clerk: [403, 403],
  owner: [404, 404],
  strangers: [404, 404],
});
/** A link that was never mailed: the page that offers a new one, whoever opens it. */
const broken: Access = { anyone: [410, 410] };
const tells: Access = { anyone: [200] };
/** Owners of a company for its own keys; to the owner of another they are nobody's. */
const key = (post: number): Access => ({ company: [200, post], otherCompany: [404, 404] });

export const accounts: Record<string, Access> = {
  '/sign-in/second-factor': { anyone: [302, 302] },
  '/sign-in/passkey': { anyone: [200, 400], everyone: [302, 302] },
  '/sign-in/recovery': { anyone: [302, 302] },
  '/sign-in/sso': { anyone: [200, 400], everyone: [302, 302] },
  '/sign-in/sso/callback': { anyone: [409] },
  '/sign-up/company': { anyone: [200, 400], everyone: [302, 302] },
  '/sign-up/sent': tells,
  '/welcome/:secret': broken,
  '/invitation/:secret': broken,
  '/reset/:secret': broken,
  '/address/:secret': broken,
  '/address/changed': tells,
  '/address/half': tells,
  '/address/taken': tells,
  '/new-link': { anyone: [200, 400] },
  '/new-link/sent': tells,
  '/reset': { anyone: [200, 400] },
  '/reset/sent': tells,
  '/closed': tells,

  '/me': mine(),
  '/me/name': mine(400),
  '/me/password': mine(400),
  '/me/address': mine(400),
  '/me/export': mine(),
  '/me/export/file': { everyone: [302, 200] },
  '/me/close': mine(400),
  '/me/trail': mine(),
  '/me/sessions': mine(),
  '/me/sessions/:publicId/end': { everyone: [404, 404] },
  '/me/factors': mine(),
  '/me/factors/authenticator': mine(400),
  '/me/factors/authenticator/remove': { everyone: [404, 404] },
  '/me/factors/passkey': mine(400),
  '/me/factors/passkey/:id/remove': { everyone: [404, 404] },
  '/me/factors/codes': mine(409),
  '/me/factors/reset/cancel': { clerk: [200, 302], everyone: [200, 409] },
  '/confirm-identity': mine(400),
  '/confirm-identity/passkey': mine(400),
  '/confirm-identity/sso': mine(409),
  '/places': mine(),
  '/places/:membershipId': { everyone: [302, 404] },

  '/organisation': mine(),
  '/organisation/invite': owners(400),
  '/organisation/trail': owners(),
  '/organisation/people/:membershipId/role': colleague(400),
  '/organisation/sign-on': owners(),
  '/organisation/sign-on/domain': owners(400),
  '/organisation/sign-on/domain/:domain/check': {
    recruiter: [200, 409],
    clerk: [403, 403],
    owner: [404, 404],
    strangers: [404, 404],
  },
  '/organisation/sign-on/provider': owners(400),
  '/organisation/sign-on/provider/remove': { owner: [404, 404] },
  '/organisation/keys': { company: [200] },
  '/organisation/keys/new': { company: [200, 400] },
  '/organisation/keys/:id/rotate': key(400),

  '/advice': { trainer: [200, 400], officer: [200, 400] },
  '/scheme/organisations': officer(),
  '/scheme/organisations/new': officer(400),
  '/scheme/organisations/:id': officer(),
  '/scheme/organisations/:id/invite': officer(400),
  // The colleague behind the address has no session: there is nothing to end.
  '/scheme/organisations/:id/people/:accountId/sessions': { officer: [200, 404] },
  '/scheme/domains': officer(),
  '/scheme/domains/:organisationId/:domain/confirm': officer(400),
  '/scheme/factor-resets': officer(),
  '/scheme/factor-resets/new': officer(400),
  '/scheme/factor-resets/:id/approve': officer(409),
  '/authority/recruiters': { authority: [200] },
  '/authority/recruiters/:registrationNumber': { authority: [200], otherAuthority: [404] },

  // Last, because they work.
  // The person has stopped it by then.
  '/scheme/factor-resets/:id/cancel': officer(409),
  '/organisation/keys/:id/revoke': key(302),
  '/organisation/invitations/:id/revoke': colleague(302),
  '/organisation/sign-on/domain/:domain/remove': colleague(302),
  '/organisation/people/:membershipId/owner': colleague(302),
  '/organisation/people/:membershipId/remove': colleague(302),
  '/organisation/give-up': owners(409),
  '/me/sessions/end-all': mine(302),
};

/** After everything else: whoever left is nobody's colleague any more. The last owner stays. */
export const leaving: Access = { clerk: [200, 302], owner: [200, 409], everyone: [200, 302] };
