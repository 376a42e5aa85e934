import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { inOneLine } from '../../extension/added.ts';

/** The request an audit was ordered for, while it waits for its answer, and in a sentence what it adds. */
export async function whatIsAdded(trx: Transaction<Database>, auditId: string) {
  const request = await trx
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate_scope_request as request', 'request.id', 'entry.request_id')
    .select(['request.id', 'request.corridors', 'request.sectors', 'request.offices'])
    .where('entry.audit_id', '=', auditId)
    .where('request.state', '=', 'audit_needed')
    .executeTakeFirst();
  return request && { id: request.id, about: `To be added: ${inOneLine(request)}.` };
}
