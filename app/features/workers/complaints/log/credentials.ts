import type { Day } from '#app/platform/calendar.ts';
import { credentialsContext } from '#app/platform/signing/contexts.ts';

import type { Received } from '../leaf.server.ts';

type By = { issuer: string; origin: string };

const terms = [
  ...['ComplaintReceipt', 'ReceivedComplaint', 'caseNumber', 'receivedOn', 'content', 'salt'],
  ...['ComplaintLogCheckpoint', 'ComplaintLog', 'day', 'head', 'days'],
];

/** Each word of ours by its own address: a context that swallows every word is none for UNTP. */
const contextOf = (origin: string) => [
  credentialsContext,
  Object.fromEntries(terms.map((term) => [term, `${origin}/developers#${term}`])),
];

/** Where the log of one year is. */
export const addressOfLog = (origin: string, day: Day) => `${origin}/complaints/log?year=${day.slice(0, 4)}`;

/**
 * What whoever reported a harm proves it by (VC data model 2.0): that it was received, on which day, and by the SHA-256 of it
 * what was first written. Nothing of what that says, nor who wrote it, nor about whom. With `salt` it leads to one line of the
 * public log; without, nothing does.
 */
export const receiptOf = ({ number, day, content, salt }: Received, by: By) => ({
  '@context': contextOf(by.origin),
  type: ['VerifiableCredential', 'ComplaintReceipt'],
  issuer: { id: by.issuer, name: 'Fairroute' },
  validFrom: `${day}T00:00:00Z`,
  credentialSubject: { type: 'ReceivedComplaint', caseNumber: number, receivedOn: day, content, salt },
});

/** A day of the log, signed: its head stands for all days up to it, `days` of them. */
export const checkpointOf = ({ day, head, days }: { day: Day; head: Buffer; days: number }, by: By) => ({
  '@context': contextOf(by.origin),
  type: ['VerifiableCredential', 'ComplaintLogCheckpoint'],
  issuer: { id: by.issuer, name: 'Fairroute' },
  validFrom: `${day}T23:59:59Z`,
  credentialSubject: {
    ...{ id: addressOfLog(by.origin, day), type: 'ComplaintLog' },
    ...{ day, head: head.toString('hex'), days },
  },
});
