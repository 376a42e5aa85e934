import type { Kysely } from 'kysely';

import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

const now = new Date();

/** A corridor that the company watches, its webhook, and a message that went there. */
export async function watchingNames(db: Kysely<Database>, { organisationId, accountId }: SignedIn) {
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
  return { 'watches/:id': watch.id, 'webhooks/:id': endpoint.id, 'messages/:id': message.id };
}
