import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Role } from '#app/platform/scope.ts';

import { needsFactor } from '../sessions/rules.ts';
import { recordOf, type Identity, type MailDomain, type Unrecognised } from './model.ts';

/** The part of an address that names its domain. */
export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const mailboxBrands =
  /^(gmail|googlemail|outlook|hotmail|yahoo|ymail|rocketmail|aol|gmx|yandex|zoho|protonmail|rediffmail)\.[a-z]{2,4}(\.[a-z]{2})?$/;
const mailboxDomains =
  /^(live\.[a-z]{2,3}(\.[a-z]{2})?|(msn|icloud|me|mac|mail|email|qq|163|126|fastmail|tutanota|naver|hanmail)\.com|proton\.me|pm\.me|web\.de|mail\.ru|inbox\.lv)$/;

/** Where anybody may have a mailbox, nobody owns the domain. */
export const claim = (domain: string) =>
  mailboxBrands.test(domain) || mailboxDomains.test(domain) ? refuse('public_mailbox') : ok(domain);

/** A record's text may arrive in pieces of 255 characters. */
export const provesDomain = (claimed: Pick<MailDomain, 'domain' | 'token'>, texts: readonly string[][]) =>
  texts.some((pieces) => pieces.join('').trim() === recordOf(claimed).value);

type Account = { accountId: string; email: string };

/** What is known when somebody comes back: proven domains and people are those of the provider's own organisation. */
export type Known = {
  domains: readonly string[];
  /** The member this identity was linked to before. */
  linked: Account | undefined;
  /** The member with the address the provider names, and whether another identity of this provider is linked to them. */
  addressed: (Account & { taken: boolean }) | undefined;
};

/**
 * A provider vouches for addresses of its organisation's own domains and for no other. It is asked for the address
 * once; from then on the identity decides, whatever address the provider names.
 */
export function recognise(
  identity: Identity,
  known: Known,
): Result<Account & { link: boolean }, Unrecognised> {
  const { email, emailVerified } = identity;
  if (!email) return refuse('no_address');
  if (!emailVerified) return refuse('address_not_verified');
  if (!known.domains.includes(domainOf(email))) return refuse('foreign_domain');
  const account = known.linked ?? known.addressed;
  if (!account) return refuse('not_invited');
  if (!known.domains.includes(domainOf(account.email))) return refuse('foreign_domain');
  // A mailbox handed on to somebody else does not hand on the account.
  if (!known.linked && known.addressed?.taken) return refuse('another_identity');
  return ok({ ...account, link: !known.linked });
}

type Standing = { hasFactor: boolean; places: readonly { role: Role; organisationId: string }[] };

/**
 * A second factor is asked for after the provider where a role needs it, and where the person also works elsewhere: one
 * organisation's provider does not open another's door.
 */
export const owesSecondStep = ({ hasFactor, places }: Standing, organisationId: string) =>
  hasFactor && places.some((place) => needsFactor(place.role) || place.organisationId !== organisationId);
