import type { Kysely } from 'kysely';

import { matchNames } from '#app/features/register/search/match.server.ts';
import type { Database } from '#db/client.server.ts';

import type { Hit } from '../model.ts';

export type Named = { place: number; name: string; country: string | undefined };

/** Candidates one item may have: more are no choice for a person. */
const most = 5;

/** Recruiters that may be meant by the names of a list, by the place of the item in it. */
export async function findByNames(
  db: Kysely<Database>,
  named: readonly Named[],
): Promise<Map<number, Hit[]>> {
  const lines = named.map(({ place, name, country }) => ({
    ref: String(place),
    name,
    ...(country !== undefined && { country }),
  }));
  const matches = await matchNames(db, lines, most);
  return new Map(
    matches.map(({ ref, candidates }): [number, Hit[]] => [
      Number(ref),
      candidates
        .filter(({ registrationNumber }) => registrationNumber !== '')
        .map(({ registrationNumber, score, on }) => ({ registrationNumber, score, on })),
    ]),
  );
}
