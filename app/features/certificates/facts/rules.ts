/** What is known of a licence when it is suspended or revoked. */
export type Sanctioned = { confirmedBefore: boolean; country: string };

/**
 * A certificate rests on a licence that somebody confirmed and that its scope needs: of the holder's own country, or of
 * an end of one of its corridors.
 */
export const restsOn = (
  { confirmedBefore, country }: Sanctioned,
  { homeCountry, corridors }: { homeCountry: string; corridors: readonly string[] },
) =>
  confirmedBefore &&
  (country === homeCountry || corridors.some((corridor) => corridor.split('-').includes(country)));
