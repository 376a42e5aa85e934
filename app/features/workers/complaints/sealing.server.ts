import { createHmac } from 'node:crypto';

import type { z } from 'zod';

import { keyFor } from '#app/platform/secrets.server.ts';
import { sealedFor } from '#app/platform/sealed/sealed.server.ts';

/** Each case has a key of its own, drawn from the key file of the installation: the database holds none of them. */
const ofCase = (complaintId: string) => sealedFor(`complaint ${complaintId}`);

/** Where sealed words stand: moved to another row they do not open. */
type Place = { complaintId: string; row: string };

export const sealIn = ({ complaintId, row }: Place, said: unknown) =>
  ofCase(complaintId).seal(row, JSON.stringify(said));

/** Undefined where no key opens it, or what is in it is not of this shape. */
export async function openIn<S extends z.ZodType>(
  { complaintId, row }: Place,
  sealed: string,
  shape: S,
): Promise<z.output<S> | undefined> {
  const opened = await ofCase(complaintId).open(row, sealed);
  return opened === undefined ? undefined : shape.safeParse(JSON.parse(opened)).data;
}

export const entryAt = (complaintId: string, id: string): Place => ({
  complaintId,
  row: `complaint_entry/${id}`,
});
export const fileAt = (complaintId: string, id: string): Place => ({
  complaintId,
  row: `complaint_file/${id}`,
});
export const reasonsAt = (complaintId: string, position: number): Place => ({
  complaintId,
  row: `complaint_decision/${position}`,
});

/** Says whether two are the same, to nobody without the key file. */
export function markOf(purpose: 'sent' | 'about', said: string) {
  const key = keyFor(`marks of complaints: ${purpose}`);
  if (!key) throw new Error('no key to mark with');
  return createHmac('sha256', key.bytes).update(said).digest();
}
