import { credentialsContext, ownContext } from '#app/platform/signing/contexts.ts';

import type { Standing } from '../certificates/model.ts';
import { listAddress, purposes } from './model.ts';

type Status = {
  number: string;
  standing: Standing;
  /** Another took its place: it says nothing by itself any more. */
  replaced: boolean;
  replacedBy: string | null;
  /** Where it stands in the status lists. */
  entry: { list: number; place: number };
};
type At = { origin: string; did: string; now: Date };

/** How long such an answer may be shown to others. */
const minutes = 15;

const names = {
  certified: 'active',
  certified_under_watch: 'active',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  expired: 'expired',
  // Standings of recruiters without a certificate: no certificate has them, and none counts by them.
  applicant: 'withdrawn',
  not_certified: 'withdrawn',
} as const;

/**
 * Where a certificate stands as its register says it at one moment: a credential that also knows suspension, which UNTP's
 * conformity credential cannot say. Short-lived: ask again. `replaced` is added to the four of the contract.
 */
export function certificateStatusCredential(
  { number, standing, replaced, replacedBy, entry }: Status,
  at: At,
) {
  const { origin, did, now } = at;
  return {
    '@context': [credentialsContext, ownContext(origin)],
    id: `${origin}/api/v1/certificates/${number}/status`,
    type: ['VerifiableCredential', 'CertificateStatusCredential'],
    issuer: did,
    validFrom: seconds(now),
    validUntil: seconds(new Date(now.getTime() + minutes * 60_000)),
    credentialStatus: purposes.map((purpose) => {
      const list = listAddress(origin, { purpose, list: entry.list });
      return {
        id: `${list}#${entry.place}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: purpose,
        statusListIndex: entry.place,
        statusListCredential: list,
      };
    }),
    credentialSubject: {
      id: `${origin}/verify/${number}`,
      type: 'CertificateStatus',
      certificateNumber: number,
      status: replaced ? 'replaced' : names[standing.status],
      underWatch: !replaced && standing.status === 'certified_under_watch',
      since: standing.since,
      ...(standing.reasonClass && !replaced ? { reasonClass: standing.reasonClass } : {}),
      ...(replacedBy ? { replacedBy } : {}),
      asOf: seconds(now),
    },
  };
}

const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
