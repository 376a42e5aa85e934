import { createHash } from 'node:crypto';

import { z } from 'zod';

import { within } from '#app/platform/operation/within.ts';
import { joseMethod, proofMethod } from '#app/platform/signing/did.ts';
import type { Document, PublicKey } from '#app/platform/signing/signer.ts';

import { misfit } from '../conformity/profile.server.ts';
import { listNamed, purposes, type ListName, type Verdict } from '../model.ts';
import { isSet } from '../status-list/bits.server.ts';
import { currentList, type Publishing } from '../status-list/publish.server.ts';
import { innerShape, readSigned, type Inner, type Signed } from './read.server.ts';
import { verdictOf, worst, type Status } from './rules.ts';

/** What was found; the rest where a right signature stands behind it. */
export type Verified = { verdict: Verdict; kind?: string; name?: string; subject?: string; digest?: string };

/**
 * What a pasted credential is worth now. Only this installation is known as an issuer: of nobody else anything is
 * fetched, so that no paste sends us anywhere.
 */
export async function verifyCredential(house: Publishing, pasted: string, now: Date): Promise<Verified> {
  const read = readSigned(pasted);
  if (!read.ok) return { verdict: read.refusal };
  const { document } = read.value;
  const inner = innerShape.safeParse(document);
  if (!inner.success || isMisfit(inner.data, document)) return { verdict: 'wrong_type' };
  const { did } = house.signing;
  if (inner.data.issuer !== did) return { verdict: 'unknown_issuer' };
  if (!(await isSignedByUs(house, read.value))) return { verdict: 'bad_signature' };
  const { validFrom, validUntil } = inner.data;
  const status = await statusOf(house, inner.data, now);
  const verdict = verdictOf({ validFrom, validUntil }, status, now);
  return { verdict, ...saidIn(document, inner.data), ...fileOf(pasted) };
}

/** A certificate's credential is held to our own profile; without a place in a list nobody could take it back. */
const isMisfit = ({ type }: Inner, document: object) =>
  type.includes('DigitalConformityCredential') && misfit(document) !== undefined;

async function isSignedByUs({ signing: { did, keyring } }: Publishing, { method, isBy }: Signed) {
  const keys = await keyring.publicKeys();
  const named = (key: PublicKey) => [joseMethod(did, key), proofMethod(did, key)].includes(method);
  const key = keys.find(named);
  return key !== undefined && (await isBy(key.bytes));
}

/** A database that hangs cannot say what became of a certificate. */
const patienceMs = 5000;

/** Each list it names is asked as it is at this moment, and the same place in the list of suspensions. */
async function statusOf(house: Publishing, { credentialStatus = [] }: Inner, now: Date): Promise<Status> {
  const asked: Promise<Status>[] = credentialStatus.map((entry) => {
    const name = ownList(house.origin, entry);
    if (!name) return Promise.resolve('unavailable');
    return bothOf(house, name, entry.statusListIndex, now);
  });
  return worst(await Promise.all(asked));
}

function ownList(origin: string, entry: NonNullable<Inner['credentialStatus']>[number]) {
  const before = `${origin}/api/v1/status-lists/`;
  if (!entry.statusListCredential.startsWith(before)) return undefined;
  const name = listNamed(entry.statusListCredential.slice(before.length));
  return name?.purpose === entry.statusPurpose ? name : undefined;
}

async function bothOf(house: Publishing, { list }: ListName, place: number, now: Date): Promise<Status> {
  try {
    const [revoked, suspended] = await Promise.all(
      purposes.map(async (purpose) => {
        const published = await within(patienceMs, currentList(house, { purpose, list }, now));
        if (!published) throw new Error('there is no such list');
        return isSet(encodedIn(published.document), place);
      }),
    );
    if (revoked) return 'revoked';
    return suspended ? 'suspended' : 'clear';
  } catch {
    return 'unavailable';
  }
}

function encodedIn(document: string) {
  return listShape.parse(JSON.parse(document)).credentialSubject.encodedList;
}
const listShape = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

/** Of a token its SHA-256, in eights: its paper carries the same. */
function fileOf(pasted: string) {
  const token = pasted.trim();
  if (token.startsWith('{')) return {};
  return { digest: createHash('sha256').update(token).digest('hex').match(/.{8}/g)?.join(' ') ?? '' };
}

/** What a page says it is about: only once its signature is right. */
function saidIn({ name, credentialSubject }: Document, { type }: Inner) {
  const about = z.looseObject({ id: z.string().max(500) }).safeParse(credentialSubject).data;
  const kind = type.find((one) => one !== 'VerifiableCredential');
  return {
    ...(kind ? { kind } : {}),
    ...(typeof name === 'string' ? { name: name.slice(0, 200) } : {}),
    ...(about ? { subject: about.id } : {}),
  };
}
