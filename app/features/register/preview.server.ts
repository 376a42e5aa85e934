import { dayOf } from '#app/platform/calendar.ts';

import type { Standing } from '../certificates/model.ts';
import type { Asked } from './listed.server.ts';
import { findRecord } from './queries.server.ts';

/** What the public reads today and what it would read after a change, word for word; nothing of whoever is not listed. */
export async function previewStanding(
  asked: Asked,
  registrationNumber: string,
  next: Pick<Standing, 'status' | 'reasonClass'>,
) {
  const found = await findRecord(asked, registrationNumber);
  if (!found.ok) return undefined;
  const { standing: before, certificate } = found.value;
  // What is over stays over: only a withdrawal still shows.
  const over = before.status === 'expired' && next.status !== 'withdrawn';
  const after: Standing = over ? before : { ...next, since: dayOf(asked.now) };
  return { before, after, certificate };
}
