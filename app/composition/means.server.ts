import type { Means } from '#app/events/reaction.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { mailbox, smtpMailer } from '#app/platform/mailer.server.ts';

/** What this process's reactions work with. */
export function theMeans(): Means {
  const { SMTP_URL, MAIL_FROM, ORIGIN } = theConfig();
  const { db } = theDatabase();
  const mailer = SMTP_URL ? smtpMailer(SMTP_URL, MAIL_FROM) : mailbox(db);
  return { db, origin: ORIGIN, mailer, cards: theCards() };
}
