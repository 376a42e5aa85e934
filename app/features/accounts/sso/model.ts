/** A mail domain an organisation says is its own; people of it sign in there once it is proven. */
export type MailDomain = {
  organisationId: string;
  domain: string;
  token: string;
  claimedAt: Date;
  provenAt: Date | null;
  provenBy: 'dns' | 'officer' | null;
};

/** A claim as officers see it. */
export type Claim = MailDomain & { organisation: string; claimant: string; claimedBy: string };

/** The organisation's provider as its owners see it: never with the secret. */
export type ProviderSettings = { issuer: string; clientId: string; hasSecret: boolean; setAt: Date };

/** Who a provider says somebody is. */
export type Identity = {
  issuer: string;
  subject: string;
  email: string | undefined;
  /** False only where the provider says so: many say nothing. */
  emailVerified: boolean;
};

/** Where the proof of a domain is published, and what stands there. */
export const recordOf = ({ domain, token }: Pick<MailDomain, 'domain' | 'token'>) => ({
  name: `_fairroute-challenge.${domain}`,
  value: `fairroute-domain=${token}`,
});

/** Why somebody who came back from a provider is not let in. */
export type Unrecognised =
  'no_address' | 'address_not_verified' | 'foreign_domain' | 'not_invited' | 'another_identity';
