import { sql, type Expression, type RawBuilder } from 'kysely';

type Id = string | Expression<unknown>;

/**
 * Whether anything ties a person to a recruiter, or lately did: the database's own question, which its constraints ask
 * too. The day is the house's; left out, the database would take its own.
 */
export const hasTie = (person: Id, recruiter: Id, day: string): RawBuilder<boolean> =>
  sql<boolean>`has_tie(${person}::uuid, ${recruiter}::uuid, ${day}::date)`;
