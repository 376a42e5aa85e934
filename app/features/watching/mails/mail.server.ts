import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Mailer } from '#app/platform/mailer.server.ts';
import type { Database } from '#db/client.server.ts';
import { watchedChanged, type Change } from '#emails/watching/watched-changed.tsx';

type House = { db: Kysely<Database>; mailer: Mailer; origin: string; clock: () => Date };
const payloadShape = z.object({ mail: z.uuid() });

const standing = z.object({ status: z.string(), since: z.string(), reasonClass: z.string().nullable() });
const toldShape = z.object({
  registrationNumber: z.string(),
  name: z.string(),
  reading: z.object({ standing, certificate: z.object({ validUntil: z.string() }).nullable() }).nullable(),
});

/** Changes that one mail names; what is beyond stands on the page it leads to. */
const mostNamed = 100;

/** Sends one mail, at once or a digest; under the same id each time it is tried. Whoever left meanwhile gets none. */
export async function mailWatcher({ db, mailer, origin, clock }: House, payload: unknown) {
  const { mail: id } = payloadShape.parse(payload);
  const mail = await db
    .selectFrom('watch_mail as mail')
    .innerJoin('account', 'account.id', 'mail.account_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'mail.account_id')
        .onRef('membership.organisation_id', '=', 'mail.company_id')
        .on('membership.role', '=', 'company'),
    )
    .innerJoin('organisation as company', 'company.id', 'mail.company_id')
    .select(['account.email', 'account.language', 'company.name as company'])
    .where('mail.id', '=', id)
    .where('mail.sent_at', 'is', null)
    .executeTakeFirst();
  if (!mail?.email) return;
  const changes = await listChanges(db, id, origin);
  if (changes.length > 0) {
    const email = watchedChanged(mail.language, {
      company: mail.company,
      changes: changes.slice(0, mostNamed),
      more: Math.max(0, changes.length - mostNamed),
      link: changes.length === 1 ? (changes[0]?.link ?? origin) : `${origin}/watches`,
    });
    const messageId = `<${id}@${new URL(origin).hostname}>`;
    await mailer.send({ to: mail.email, messageId, ...email });
  }
  await db.updateTable('watch_mail').set({ sent_at: clock() }).where('id', '=', id).execute();
}

async function listChanges(db: Kysely<Database>, mailId: string, origin: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('watch_mail_notice as item')
    .innerJoin('watch_notice as notice', 'notice.id', 'item.notice_id')
    .select(['notice.type', 'notice.occurred_at as at', 'notice.told'])
    .where('item.mail_id', '=', mailId)
    .orderBy('notice.occurred_at', 'desc')
    .orderBy('notice.id')
    .limit(mostNamed * 10)
    .execute();
  return rows.map(({ type, at, told }) => {
    const { name, registrationNumber, reading } = toldShape.parse(told);
    return {
      ...{ type, name, number: registrationNumber, on: at.toISOString().slice(0, 10) },
      until: reading?.certificate?.validUntil,
      link: `${origin}/register/${registrationNumber}`,
    };
  });
}
