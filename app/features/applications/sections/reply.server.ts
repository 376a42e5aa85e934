import { data } from '@remix-run/node';

import { refused } from '#app/platform/http.server.ts';

import type { saveOwnSection } from './own.server.ts';

type Saving = NonNullable<Awaited<ReturnType<typeof saveOwnSection>>>;

/**
 * What the page of a section says after saving: undefined when everything is in order and one goes on. Whatever could
 * be read is saved by then; the page comes back with what is left: 400 for answers that do not fit or are missing, 409
 * where somebody else answered at the same time.
 */
export function savedSection({ outcome, reply, problems, seen }: Saving) {
  // What was seen stays what was seen: nothing was saved, and others may have saved meanwhile.
  if (!outcome) return data({ reply, refusal: undefined, conflicts: [], seen, saved: false }, 200);
  if (!outcome.ok) {
    const no = refused(outcome.refusal, reply);
    return data({ ...no.data, conflicts: [], seen, saved: false }, 409);
  }
  const { conflicts, revisions } = outcome.value;
  if (conflicts.length === 0 && problems.length === 0) return undefined;
  return data(
    { reply, refusal: undefined, conflicts, seen: revisions, saved: true },
    conflicts.length > 0 ? 409 : 400,
  );
}
