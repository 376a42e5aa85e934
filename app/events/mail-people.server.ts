import type { Kysely } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Role } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';
import type { Email } from '#emails/frame.tsx';

import type { EventType, Fact } from './catalogue.ts';
import { messageId, type Effect, type Means } from './reaction.ts';

type Letter<T extends EventType> = {
  /** Account ids. */
  to(db: Kysely<Database>, fact: Fact<T>): Promise<string[]>;
  /** The mail as it stands when it is sent, in its reader's language; undefined when there is nothing left to tell. */
  write(fact: Fact<T>, language: string, accountId: string): Promise<Email | undefined>;
};

/** An effect that mails each person once; somebody who closed their account meanwhile is passed over. */
export const mailPeople = <T extends EventType>(
  { db, mailer, origin }: Means,
  letter: Letter<T>,
): Effect<T> => ({
  targets: (from, fact) => letter.to(from, fact),
  async run(fact, accountId) {
    const person = await db
      .selectFrom('account')
      .select(['email', 'language'])
      .where('id', '=', accountId)
      .executeTakeFirst();
    const email = person && (await letter.write(fact, person.language, accountId));
    if (!email || !person.email) return;
    await mailer.send({ to: person.email, messageId: messageId(fact, accountId, origin), ...email });
  },
});

/** Accounts of everyone who holds one of the roles, in one organisation or in any. */
export async function peopleWith(db: Kysely<Database>, wanted: Role[], organisationId?: string) {
  const rows = await db
    .selectFrom('membership')
    .select('account_id')
    .distinct()
    .where('role', 'in', wanted)
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? ''))
    .execute();
  return rows.map(({ account_id }) => account_id);
}

type Facing = { recruiter: string; on: Date };

/** Those of them whom nothing ties to a recruiter: the others would learn from a mail what it is not told. */
export async function untied(db: Kysely<Database>, people: string[], { recruiter, on }: Facing) {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', people)
    .where(({ not, ref, val }) => not(hasTie(ref('account.id'), val(recruiter), dayOf(on))))
    .execute();
  return rows.map(({ id }) => id);
}
