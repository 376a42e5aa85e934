import type { ReactNode } from 'react';

import { refusalText } from '../../ui/refusals.ts';

const sentences: Record<string, ReactNode> = {
  public_mailbox:
    'Anybody can have an address at this domain, so it cannot stand for an organisation. Enter the domain of your own addresses.',
  domain_of_another:
    'Another organisation has proven this domain. If it is yours, write to the scheme: an officer looks into it.',
  already_claimed: 'Your organisation has claimed this domain already. Go on to prove it.',
  already_proven: 'This domain is proven already. Nothing more is to be done.',
  too_many_domains: 'Twenty domains are claimed already. Remove one that you do not need.',
  no_name_server: 'No name server answered within five seconds. Try again in a few minutes.',
  record_not_found:
    'The record is not there yet. A change can take some hours to be seen everywhere; check the name and the value, and try again later.',
  own_claim: 'You claimed this domain yourself. Another officer confirms it.',
  no_proven_domain: 'First prove a mail domain; then set up the provider.',
  secret_needed: 'Enter the client secret that your provider gave for this client id.',
  issuer_not_allowed:
    'This address cannot be used. It must begin with https:// and be reachable on the public internet.',
  provider_unreachable:
    'The provider did not answer within five seconds. Check the address of the issuer, or try again in a few minutes.',
  provider_unfit:
    'What this address answered is not the description of an OpenID Connect provider with this issuer. Copy the issuer exactly as your provider writes it.',
  not_set_up: 'Your organisation has not set up single sign-on. Sign in with your password.',
  provider_down:
    'The provider of your organisation does not answer at the moment. Try again in a few minutes, or sign in with your password.',
  trip_over:
    'This way back works once, for ten minutes, in the browser it began in. Begin again: nothing is lost.',
  not_vouched: 'The provider of your organisation did not confirm who you are. Begin again.',
  no_address:
    'The provider of your organisation did not tell us your e-mail address. Tell whoever looks after it.',
  address_not_verified:
    'The provider of your organisation says that your e-mail address is not verified. Verify it there, then begin again.',
  foreign_domain: 'Your e-mail address is not at a domain of this organisation. Sign in with your password.',
  not_invited:
    'No account of this organisation has your e-mail address. Ask an owner of your organisation to invite you.',
  another_identity:
    'This account is linked to another person at your provider. Ask an owner of your organisation to look into it.',
  somebody_else:
    'Somebody else signed in at the provider, or your session here has ended. Sign in, then confirm who you are again.',
};

/** A no about domains, providers or signing in through them, and what to do about it. */
export const signOnRefusal = (refusal: string): ReactNode => sentences[refusal] ?? refusalText(refusal);
