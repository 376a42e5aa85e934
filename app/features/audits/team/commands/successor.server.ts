import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { listSuccessors } from '../objections/queries.server.ts';
import { formTeam } from './assign-team.server.ts';

export type Successor = { person: string; role: string };

/** The same questions as of everybody who joins a team. */
export async function fit(trx: Transaction<Database>, audit: Audit, { person, role }: Successor, now: Date) {
  const free = await listSuccessors(trx, audit.id);
  if (!free.some(({ id }) => id === person)) return refuse('not_an_auditor');
  const engaged = { organisation_id: audit.organisationId, audit_body_id: audit.auditBodyId };
  const team = await formTeam(trx, { ...engaged, replaces: role }, [person], now);
  return team.ok ? ok(person) : team;
}
