import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { keptDays } from './webhooks/model.ts';

/** What was told and sent is kept to be read for a season; what changed stays in the register's history. */
export async function forgetOldNotices({ db, now }: { db: Kysely<Database>; now: Date }) {
  const before = new Date(now.getTime() - keptDays * 24 * 3_600_000);
  await db.deleteFrom('webhook_message').where('made_at', '<', before).execute();
  await db.deleteFrom('watch_notice').where('told_at', '<', before).execute();
  // The items went with their notices; a mail without any is spent.
  await db
    .deleteFrom('watch_mail')
    .where('made_at', '<', before)
    .where(sql<boolean>`not exists (select 1 from watch_mail_notice item where item.mail_id = watch_mail.id)`)
    .execute();
}
