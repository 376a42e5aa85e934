import { SettingsError, theConfig } from '../config.server.ts';
import { didDocument, didOf, joseMethod, proofMethod } from './did.ts';
import { enveloped } from './jose.server.ts';
import { keysIn } from './key-file.server.ts';
import { isService, keysAt } from './key-service.server.ts';
import { withProof } from './proof.server.ts';
import type { Document, Keyring } from './signer.ts';

/** Signs in the name of the installation at `origin`. */
export function signingWith({ keyring, origin }: { keyring: Keyring; origin: string }) {
  const did = didOf(origin);
  return {
    did,
    keyring,
    didDocument: async () => didDocument(did, await keyring.publicKeys()),
    /** A credential in its JOSE envelope, `application/vc+jwt`. */
    async signCredential(credential: Document) {
      ownIssuer(credential, did);
      const signer = await keyring.signer();
      return enveloped(credential, { signer, method: joseMethod(did, signer) });
    },
    /** The same credential with an eddsa-jcs-2022 proof in it, `application/vc`. */
    async embedProof(credential: Document, now = new Date()) {
      ownIssuer(credential, did);
      const signer = await keyring.signer();
      return withProof(credential, { signer, method: proofMethod(did, signer), now });
    },
  };
}
export type Signing = ReturnType<typeof signingWith>;

/** Nothing is signed in another's name. */
function ownIssuer({ issuer }: Document, did: string) {
  const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
  if (id !== did) throw new Error(`A credential of ${String(id)} is not ours to sign: we are ${did}`);
}

const signings = new Map<string, Signing>();

/** This installation's at one of its addresses: an issuer is named by it. */
export function signingAt(origin: string): Signing {
  const known = signings.get(origin) ?? signingWith({ keyring: theKeyring(), origin });
  signings.set(origin, known);
  return known;
}

/** This installation's. */
export const theSigning = () => signingAt(theConfig().ORIGIN);

let keyring: Keyring | undefined;

/** Only where nobody relies on it, in a demonstration or at work on it, is a missing key made. */
function theKeyring() {
  const { SIGNING_KEYS: where, SIGNING_TOKEN: token, NODE_ENV, DEMO } = theConfig();
  return (keyring ??= isService(where)
    ? keysAt({ address: where, token })
    : keysIn(where, { make: DEMO || NODE_ENV !== 'production' }));
}

export const signCredential = (credential: Document) => theSigning().signCredential(credential);
export const embedProof = (credential: Document) => theSigning().embedProof(credential);
/** Who this installation is as an issuer: what stands in `issuer.id` of all it signs. */
export const schemeDid = () => theSigning().did;

/** Asked before anything is served. Throws SettingsError: a credential nobody could sign would be missed too late. */
export async function needKeys(signing = theSigning()) {
  try {
    await signing.keyring.signer();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`These settings stop the start:\n  SIGNING_KEYS ${why}\nSee .env.example.`);
  }
}
