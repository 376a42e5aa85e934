import { ok, refuse } from '#app/platform/result.ts';

import type { Audit, Readiness } from '../../model.ts';
import { assess } from '../rules.ts';

export type Concern = { id: string; indicatorCode: string; concern: string; note: string | null };

/** Who is ready with concerns has some; who is ready has none. What is not ready may say which. */
export function nameConcerns(readiness: Readiness, count: number) {
  if (readiness === 'ready_with_concerns' && count === 0) return refuse('concerns_missing');
  if (readiness === 'ready' && count > 0) return refuse('ready_without_concerns');
  return ok(count);
}

/** Looked at in the fieldwork of stage 2, once. */
export function closeConcern(audit: Audit, { note }: Pick<Concern, 'note'>) {
  if (audit.type !== 'stage2') return refuse('not_stage2');
  const open = assess(audit);
  if (!open.ok) return open;
  return note === null ? ok(audit) : refuse('concern_closed');
}
