import { sectorName } from '#app/platform/industries.ts';
import { countryName } from '#app/platform/places.ts';

import type { Place, Standing, Topic } from '../model.ts';

export const topicNames: Record<Topic, string> = {
  licensing: 'Licences',
  charging: 'Who may be charged',
  agreement: 'Agreements between countries',
  contract: 'Contracts and documents',
  authority: 'Competent authorities',
};

export const standingNames: Record<Standing, string> = {
  fresh: 'Checked',
  due: 'Check soon',
  stale: 'Check it again',
  withdrawn: 'Withdrawn',
};

/** "Nepal → Qatar, construction"; "anywhere" where it holds everywhere. */
export function placeInWords({ origin, destination, sector }: Place) {
  const where =
    origin && destination
      ? `${countryName(origin)} → ${countryName(destination)}`
      : origin
        ? `From ${countryName(origin)}`
        : destination
          ? `To ${countryName(destination)}`
          : 'Anywhere';
  return sector ? `${where}, ${sectorName(sector).toLowerCase()}` : where;
}

const texts: Record<string, string> = {
  already_withdrawn: 'This was withdrawn, and that is for good. Enter it anew if it holds again.',
  saved_meanwhile:
    'Somebody wrote a new version meanwhile. Open the page again to see what stands there now.',
  source_of_tomorrow: 'The day of the source lies ahead of today. Look at it again.',
  already_ruled: 'This country has a rule for that category from that day already. Change that one.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at the entry as it stands.';
