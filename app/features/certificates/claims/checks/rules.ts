import { addDays, type Day } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { countryName } from '#app/platform/places.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Covered } from '../../scope/rules.ts';
import type { CheckOutcome, ClaimState } from '../model.ts';

/** Days a holder has to say what became of what it shows. */
const checkDays = 14;
export const checkBy = (today: Day) => addDays(today, checkDays);

/** Said once by its holder, of a use that is still granted; one that is over by now was taken down. */
export function confirm({ state, open }: { state: ClaimState; open: number }, outcome: CheckOutcome) {
  if (open === 0) return refuse('already_confirmed');
  switch (state) {
    case 'registered':
      return ok({ ends: outcome === 'ended' });
    case 'ended':
      return outcome === 'ended' ? ok({ ends: false }) : refuse('use_over');
    case 'requested':
    case 'refused':
      return refuse('use_not_granted');
  }
}

type Shown = { place: string; wording: string };

/**
 * What left the scope and stands in a use's own words: countries no corridor has any more, sectors, offices. Where it
 * names nothing it may cover that all the same: its holder is asked in any case.
 */
export function namedIn({ place, wording }: Shown, removed: Covered, left: Covered): string[] {
  const text = `${place} ${wording}`.toLowerCase();
  const ends = (corridors: readonly string[]) => corridors.flatMap((corridor) => corridor.split('-'));
  const gone = ends(removed.corridors).filter((country) => !ends(left.corridors).includes(country));
  const words = [
    ...removed.corridors,
    ...gone.map(countryName),
    ...removed.sectors.map(sectorName),
    ...removed.offices,
  ];
  return [...new Set(words)].filter((word) => text.includes(word.toLowerCase()));
}
