import type { Means, Network } from '#app/events/reaction.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { allowsLoopbackReceivers } from '#app/platform/outbound/addresses.server.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import { mailbox, smtpMailer } from '#app/platform/mailer.server.ts';

/** What this process's reactions work with. */
export function theMeans(): Means {
  const { SMTP_URL, MAIL_FROM, ORIGIN } = theConfig();
  const { db } = theDatabase();
  const mailer = SMTP_URL ? smtpMailer(SMTP_URL, MAIL_FROM) : mailbox(db);
  const send = senderTo({ allowLoopback: allowsLoopbackReceivers() });
  return { db, origin: ORIGIN, mailer, cards: theCards(), send, network: theNetwork() };
}

function theNetwork(): Network | undefined {
  const { CDN_PURGE_URL, CDN_PURGE_HEADER: header } = theConfig();
  return CDN_PURGE_URL === undefined ? undefined : { purgeUrl: CDN_PURGE_URL, headers: header ?? {} };
}
