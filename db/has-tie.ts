import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';

import type { Database } from './client.server.ts';

type Id = string | Expression<unknown>;

/**
 * Whether anything ties a person to a recruiter, or lately did: the database's own question, which its constraints ask
 * too. The day is the house's; left out, the database would take its own.
 */
export const hasTie = (person: Id, recruiter: Id, day: string): RawBuilder<boolean> =>
  sql<boolean>`has_tie(${person}::uuid, ${recruiter}::uuid, ${day}::date)`;

/** Whether people of an audit body trained or advised a recruiter while they belonged to it, within two years. */
export const bodyAdvised = (body: Id, recruiter: Id, day: string): RawBuilder<boolean> =>
  sql<boolean>`body_advised(${body}::uuid, ${recruiter}::uuid, ${day}::date)`;

/** The same of one person and one recruiter. */
export async function isTied(db: Kysely<Database>, person: string, recruiter: string, day: string) {
  const { rows } = await sql<{ tied: boolean }>`select ${hasTie(person, recruiter, day)} as tied`.execute(db);
  return rows[0]?.tied !== false;
}
