import { credentialsContext } from '#app/platform/signing/contexts.ts';

import { listAddress, type ListName } from '../model.ts';

type Published = { name: ListName; encoded: string; from: Date; origin: string; did: string };

/** Long enough to outlive a database that is down for a day, too short to hide a withdrawal for longer. */
export const listHours = 24;

/** A status list as a credential (Bitstring Status List 1.0, 3.2). */
export function listCredential({ name, encoded, from, origin, did }: Published) {
  const address = listAddress(origin, name);
  const until = new Date(from.getTime() + listHours * 3_600_000);
  return {
    '@context': [credentialsContext],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: seconds(from),
    validUntil: seconds(until),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: name.purpose,
      encodedList: encoded,
    },
  };
}

const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
