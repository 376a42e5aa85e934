import { z } from 'zod';

import { sealedFor } from '#app/platform/sealed/sealed.server.ts';

import type { Identity } from './model.ts';

/** The words of an interview, each sealed for the row it stands in. */
const sealed = sealedFor('worker interviews');
const ofNotes = (id: string, revision: number) => `worker_interview_notes/${id}/${revision}`;
const ofIdentity = (id: string) => `worker_interview/${id}/identity`;

export const sealNotes = (id: string, revision: number, notes: string) =>
  sealed.seal(ofNotes(id, revision), notes);
export const openNotes = (id: string, revision: number, notes: string) =>
  sealed.open(ofNotes(id, revision), notes);

/** Nothing where neither is known. */
export const sealIdentity = async (id: string, { name, phone }: Identity) =>
  name || phone ? sealed.seal(ofIdentity(id), JSON.stringify({ name, phone })) : null;

const shape = z.object({ name: z.string(), phone: z.string() });
export async function openIdentity(id: string, identity: string): Promise<Identity | undefined> {
  const opened = await sealed.open(ofIdentity(id), identity);
  return opened === undefined ? undefined : shape.parse(JSON.parse(opened));
}
