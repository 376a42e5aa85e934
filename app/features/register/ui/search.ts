import { isSector } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import { standings, type StandingStatus } from '../../certificates/model.ts';

const isStanding = (text: string | null): text is StandingStatus =>
  standings.some((standing) => standing === text);
const country = (text: string | null) => (text && countryCodes.includes(text) ? text : '');

/** The search in an address; what is no code of its list is not asked for. */
export function searchIn(query: URLSearchParams) {
  const [status, sector] = [query.get('status'), query.get('sector') ?? ''];
  return {
    q: (query.get('q') ?? '').trim().slice(0, 200),
    country: country(query.get('country')),
    origin: country(query.get('origin')),
    destination: country(query.get('destination')),
    sector: isSector(sector) ? sector : '',
    status: isStanding(status) ? status : undefined,
  };
}
