import { open } from '#app/platform/secrets.server.ts';

import type { Registration } from './provider.server.ts';
import type { SignOn } from './queries.server.ts';

/** The provider's secret as it was given to us. */
export const secretOf = ({ sealed }: Pick<SignOn, 'sealed'>) => (sealed ? open(sealed) : undefined);

export const registrationOf = ({ issuer, clientId, ...signOn }: SignOn): Registration => ({
  issuer,
  clientId,
  clientSecret: secretOf(signOn),
});
