import { expect } from '@playwright/test';

import { connect } from '#db/client.server.ts';

/** What lands in the demonstration's own mailbox, as its reader would open it. */
async function lettersTo(email: string) {
  const { db } = connect(process.env['DATABASE_URL'] ?? '', { max: 1 });
  const rows = await db
    .selectFrom('mail')
    .select(['subject', 'plain'])
    .where('recipient', '=', email.toLowerCase())
    .orderBy('sent_at')
    .execute();
  await db.destroy();
  return rows;
}

/** The path behind the last link to such a page, once the mail is there; `other` is a link that came before. */
export async function linkFor(email: string, page: string, other = '') {
  let path = '';
  await expect(async () => {
    const links = (await lettersTo(email)).flatMap(
      ({ plain }) => new RegExp(`${page}/[\\w-]{20,}`).exec(plain)?.[0] ?? [],
    );
    path = links.at(-1) ?? '';
    expect([path !== '', path !== other]).toEqual([true, true]);
  }).toPass({ timeout: 20_000 });
  return path;
}

/** Waits until a mail with this subject came. */
export const letterFor = (email: string, subject: string) =>
  expect
    .poll(async () => (await lettersTo(email)).map((letter) => letter.subject), { timeout: 20_000 })
    .toContain(subject);
