import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

import type { Result } from '#app/platform/result.ts';
import type { Actor, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Recruiter } from './cast.ts';

/** People by e-mail address, as the actors they are. */
export type Stage = { db: Kysely<Database>; pool: Pool; today: Date; people: Map<string, SignedIn> };

/** One recruiter's story: a clock of its own that only moves on, and the people in it. */
export type Story = Stage & { recruiter: Recruiter; at: (days: number) => Date; settle: () => Promise<void> };

/** The person with an address, who must be in the cast and hold the role. */
export function actorOf<K extends SignedIn['kind']>(
  { people }: Pick<Stage, 'people'>,
  email: string,
  kind: K,
) {
  const person = people.get(email);
  if (!person || !holds(person, kind)) throw new Error(`${email} is no ${kind} of the demonstration`);
  return person;
}

const holds = <K extends SignedIn['kind']>(
  person: SignedIn,
  kind: K,
): person is Extract<SignedIn, { kind: K }> => person.kind === kind;

/** A story in which a rule says no is told wrong. */
export async function done<R extends Result<unknown>>(
  outcome: Promise<R>,
  what: string,
): Promise<Extract<R, { ok: true }>['value']> {
  const result = await outcome;
  if (succeeded(result)) return result.value;
  throw new Error(`The demonstration could not ${what}: ${'refusal' in result ? result.refusal : ''}`);
}

const succeeded = <R extends Result<unknown>>(result: R): result is Extract<R, { ok: true }> => result.ok;

export const scopeOf = <A extends Actor>({ db, at }: Pick<Story, 'db' | 'at'>, actor: A, days: number) => ({
  db,
  actor,
  now: at(days),
});
