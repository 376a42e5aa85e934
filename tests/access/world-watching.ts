import type { Kysely } from 'kysely';

import { checkOnPage } from '#app/features/register/verifications/receipts/page.server.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

const now = new Date();

/** A corridor that the company watches, its webhook, and a message that went there, and a receipt of its own. */
export async function watchingNames(db: Kysely<Database>, actor: SignedIn) {
  const { organisationId, accountId } = actor;
  const made = { company_id: organisationId, made_at: now, made_by: accountId };
  const watch = await db
    .insertInto('watch')
    .values({ ...made, kind: 'corridor', corridor: 'NP-QA' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const endpoint = await db
    .insertInto('webhook_endpoint')
    .values({ ...made, url: 'https://hooks.northwind.example/', secret: 'a..b.c.d' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const event = await db.selectFrom('event').select('id').limit(1).executeTakeFirstOrThrow();
  const message = await db
    .insertInto('webhook_message')
    .values({
      ...{ endpoint_id: endpoint.id, event_id: event.id, type: 'certificate.issued', made_at: now },
      ...{ body: '{"data":{"registrationNumber":"LRN00012603"}}', tried_since: now, delivered_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const by = { signing: theSigning(), origin: theConfig().ORIGIN };
  const checked = await checkOnPage({ db, now, actor }, by, 'LRN00012603');
  if (!checked.ok) throw new Error(checked.refusal);
  return {
    'receipts/:id': checked.value.id,
    'watches/:id': watch.id,
    'webhooks/:id': endpoint.id,
    'messages/:id': message.id,
  };
}
