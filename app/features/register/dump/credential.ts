import type { Counted } from './model.ts';

type Said = Counted & { asOf: Date; since: Date | null; bytes: number; sha256: string };
type By = { origin: string; did: string; now: Date };

const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
const terms = ['RegisterDumpCredential', 'RegisterDump', 'asOf', 'since', 'bytes', 'recruiters', 'removed'];

/** What whoever took a dump proves it by: whose it is, as of when, and the SHA-256 of the bytes as they are sent. */
export function dumpCredential({ asOf, since, sha256, ...counted }: Said, { origin, did, now }: By) {
  return {
    // Each word of ours by its own address: a context that swallows every word is none for UNTP.
    '@context': [
      credentialsContext,
      Object.fromEntries(terms.map((term) => [term, `${origin}/developers#${term}`])),
    ],
    type: ['VerifiableCredential', 'RegisterDumpCredential'],
    issuer: did,
    validFrom: `${now.toISOString().slice(0, 19)}Z`,
    credentialSubject: {
      id: addressOfDump(origin, since),
      type: 'RegisterDump',
      asOf: asOf.toISOString(),
      ...(since && { since: since.toISOString() }),
      // The name that the credentials’ own context has for a sum of bytes, as Subresource Integrity spells it.
      digestSRI: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`,
      ...counted,
    },
  };
}

/** Where a dump is, or the changes since an earlier one. */
export const addressOfDump = (origin: string, since: Date | null) =>
  `${origin}/api/v1/dump${since ? `?since=${encodeURIComponent(since.toISOString())}` : ''}`;
