import { addShown } from '#app/features/documents/evidence.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Recruiter } from '#app/platform/scope.ts';

import { aPage } from './evidence.ts';
import { scopeOf, type Story } from './stage.ts';

type Keep = Parameters<typeof addShown>;
type Shown = Omit<Keep[2], 'kind'>;

/** A page that shows what the recruiter says, kept among its documents. */
export async function shownBy(story: Story, recruiter: Recruiter, days: number, words: string) {
  const file = { ...(await aPage(`Demonstration: ${words}`, 'what-was-done.pdf')), quarantined: false };
  return (trx: Keep[0], shown: Shown) =>
    addShown(trx, scopeOf(story, recruiter, days), { ...shown, kind: 'other' }, file);
}

/** What the auditor saw of a correction: the documents that came, or what the workers said. */
export async function seenOf(story: Story, findingId: string, days: number, critical: boolean) {
  const sent = await story.db
    .selectFrom('finding_evidence')
    .select('document_id as id')
    .where('finding_id', '=', findingId)
    .execute();
  const seen = 'The procedure is in force, and the register shows that everyone was trained in it.';
  const said = {
    round: 1,
    seen,
    seenOn: dayOf(story.at(days)),
    documents: sent.flatMap(({ id }) => id ?? []),
  };
  return critical
    ? { ...said, method: 'worker_confirmed' as const, confirmed: 4, affected: 8 }
    : { ...said, method: 'desk' as const };
}
