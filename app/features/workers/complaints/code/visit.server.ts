import { z } from 'zod';

import { sealedFor } from '#app/platform/sealed/sealed.server.ts';

const sealed = sealedFor('visits to complaints');
const place = 'visit';
const minutes = 30;

const shape = z.object({ complaintId: z.uuid(), until: z.number() });

/**
 * Stands in each form of a case instead of its code: no cookie says who somebody is, and the code is in no page. It lets in
 * for half an hour from the last step.
 */
export const openVisit = (complaintId: string, now: Date) =>
  sealed.seal(place, JSON.stringify({ complaintId, until: now.getTime() + minutes * 60_000 }));

/** The case a visit is to; undefined when it is over, altered or made up. */
export async function visited(visit: string, now: Date) {
  const opened = await sealed.open(place, visit);
  const { complaintId, until } = (opened && shape.safeParse(JSON.parse(opened)).data) || {};
  return until !== undefined && until >= now.getTime() ? complaintId : undefined;
}
