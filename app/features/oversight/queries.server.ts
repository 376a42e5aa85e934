import { sql } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';

const perPage = 25;

/** Mails kept by a demonstration, newest first. */
export async function listMails({ db }: Scope<Officer>, page: number) {
  const mails = await db
    .selectFrom('mail')
    .select(['id', 'recipient', 'subject', 'sent_at as sentAt'])
    .orderBy('sent_at', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { count } = await db
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { mails, count, pages: pagesOf(count, perPage) };
}

export const findMail = ({ db }: Scope<Officer>, id: string) =>
  db
    .selectFrom('mail')
    .select(['id', 'recipient', 'subject', 'plain', 'sent_at as sentAt'])
    .where(isId('id', id))
    .executeTakeFirst();

export type StuckReaction = { id: string; reaction: string; attempts: number; most: number; error: string };

/** Reactions that failed at least once and are not done: waiting for their next try, or out of tries. */
export async function listStuckReactions({ db }: Scope<Officer>): Promise<StuckReaction[]> {
  // The queue's tables are its own: kept out of our schema types, read here and nowhere else.
  const { rows } = await sql<StuckReaction>`
    select j.id::text, coalesce(j.payload ->> 'reaction', t.identifier) as reaction, j.attempts, j.max_attempts as most,
      coalesce(left(j.last_error, 400), '') as error
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts > 0 and j.last_error is not null
    order by j.id desc limit 50`.execute(db);
  return rows;
}
