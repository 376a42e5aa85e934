import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { VerificationMethod } from '../model.ts';

/** What somebody saw of a correction: when, and by its method in which documents, where, or by how many workers. */
export type Sighting = {
  seenOn: Day;
  documents: readonly string[];
  place: string | null;
  confirmed: number | null;
  affected: number | null;
};

/** `evidenceOn`: the day the evidence came; `sent`: its documents; `counted`: the workers its remedy counts. */
type Known = { evidenceOn: Day; today: Day; sent: readonly string[]; counted: number | null };

/** Keeps what belongs to the method; documents are named whichever the method, and at the desk one at least. */
export function see(method: VerificationMethod, sighting: Sighting, known: Known) {
  const { seenOn, documents, place, confirmed, affected } = sighting;
  if (seenOn > known.today) return refuse('not_yet');
  if (seenOn < known.evidenceOn) return refuse('seen_before_evidence');
  if (documents.some((id) => !known.sent.includes(id))) return refuse('no_such_evidence');
  const nothing = { seenOn, documents, place: null, confirmed: null, affected: null };
  switch (method) {
    case 'desk':
      return documents.length === 0 ? refuse('no_document_at_desk') : ok<Sighting>(nothing);
    case 'on_site':
      return place === null ? refuse('no_place') : ok<Sighting>({ ...nothing, place });
    case 'worker_confirmed':
      if (confirmed === null || affected === null || confirmed < 1) return refuse('nobody_confirmed');
      if (confirmed > affected) return refuse('more_confirmed_than_affected');
      if (known.counted !== null && affected !== known.counted) return refuse('affected_as_in_remedy');
      return ok<Sighting>({ ...nothing, confirmed, affected });
  }
}
