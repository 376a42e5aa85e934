import { data } from '@remix-run/node';

import type { saveSection } from '#app/features/mapping/answering/pages.server.ts';

type Saving = NonNullable<Awaited<ReturnType<typeof saveSection>>>;

/**
 * What the page of a section says after saving: undefined when everything is in order and one goes on. Whatever could
 * be read is saved by then; 400 for answers that do not fit or are missing, 409 where a colleague answered at the same time.
 */
export function savedSection({ outcome, reply, problems, seen }: Saving) {
  const answer = { reply, refusal: undefined, conflicts: [], seen, saved: false };
  if (!outcome) return data(answer, 200);
  if (!outcome.ok) return data({ ...answer, refusal: outcome.refusal }, 409);
  const { conflicts, revisions } = outcome.value;
  if (conflicts.length === 0 && problems.length === 0) return undefined;
  return data({ ...answer, conflicts, seen: revisions, saved: true }, conflicts.length > 0 ? 409 : 400);
}
