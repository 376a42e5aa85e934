import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { matchesOf, namesOf } from './candidates.server.ts';
import type { Candidate, Match } from './model.ts';
import { enough, readAsked, remembering, scoreOf, type Asked } from './score.ts';

export type Found = Match & { organisationId: string };

/**
 * Recruiters by name, the best match first, each by the best of its names.
 */
export async function findByName(
  db: Kysely<Database>,
  text: string,
  { country = null, most = 60 }: { country?: string | null; most?: number } = {},
): Promise<Found[]> {
  const asked = readAsked(text);
  const [candidates = []] = await matchesOf(db, [{ reading: asked, country }], most);
  return rank(asked, candidates);
}

/** The same among some recruiters, none of them left out. */
export async function findAmong(db: Kysely<Database>, text: string, organisationIds: string[]) {
  const asked = readAsked(text);
  if (asked.words.length === 0 || organisationIds.length === 0) return [];
  return rank(asked, await namesOf(db, asked, organisationIds));
}

/** Each recruiter once, by the best of its names; who is not like enough is left out. */
export function rank(asked: Asked, candidates: Candidate[]): Found[] {
  const likeness = remembering();
  const best = new Map<string, Found>();
  for (const candidate of candidates) {
    const { organisationId } = candidate;
    const match = scoreOf(asked, candidate, likeness);
    if (match.score >= enough && match.score > (best.get(organisationId)?.score ?? 0))
      best.set(organisationId, { organisationId, ...match });
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score || a.text.length - b.text.length || (a.organisationId < b.organisationId ? -1 : 1),
  );
}
