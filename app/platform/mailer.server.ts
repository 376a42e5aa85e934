import { render } from '@react-email/render';
import type { Kysely } from 'kysely';
import { createTransport } from 'nodemailer';
import type { ReactElement } from 'react';

import type { Database } from '#db/client.server.ts';

/** `messageId` is stable per event and recipient, so that a mail sent twice is one mail to the reader's program. */
export type Mail = { to: string; subject: string; body: ReactElement; messageId: string };
export type Mailer = { send(mail: Mail): Promise<void> };

/** Both forms of a mail, from one source. */
export const rendered = async ({ body }: Pick<Mail, 'body'>) => ({
  html: await render(body),
  text: await render(body, { plainText: true }),
});

export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl);
  return {
    async send(mail) {
      const { to, subject, messageId } = mail;
      await transport.sendMail({ from, to, subject, messageId, ...(await rendered(mail)) });
    },
  };
}

/** For demonstrations: mails land on a page for the scheme's own staff instead of leaving the house. */
export const mailbox = (db: Kysely<Database>): Mailer => ({
  async send(mail) {
    const { html, text } = await rendered(mail);
    await db
      .insertInto('mail')
      .values({ message_id: mail.messageId, recipient: mail.to, subject: mail.subject, html, plain: text })
      .onConflict((conflict) => conflict.column('message_id').doNothing())
      .execute();
  },
});
