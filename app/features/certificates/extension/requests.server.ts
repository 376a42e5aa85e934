import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Decider, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { requestStates, type ScopeRequest } from './model.ts';

const requests = (trx: Transaction<Database>) =>
  trx
    .selectFrom('certificate_scope_request')
    .select(['id', 'state', 'corridors', 'sectors', 'offices'])
    .forUpdate();

const state = z.enum(requestStates);
type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

const toRequest = ({ id, state: stored, corridors, sectors, offices }: Row): ScopeRequest => ({
  ...{ id, state: state.parse(stored), added: { corridors, sectors, offices } },
});

/** The request that waits for an answer, for its audit, or for the panel. */
export async function openRequest(trx: Transaction<Database>, certificateId: string) {
  const row = await requests(trx)
    .where('certificate_id', '=', certificateId)
    .where('state', 'in', ['requested', 'audit_needed'])
    // One that is back by an appeal is the panel's; the officer answers what was asked since.
    .orderBy(sql`appeal_id is not null`)
    .limit(1)
    .executeTakeFirst();
  return row && toRequest(row);
}

export async function lockRequest(trx: Transaction<Database>, id: string) {
  const row = await requests(trx).where('id', '=', id).executeTakeFirst();
  return row && toRequest(row);
}

type Answer = { state: 'extended' | 'refused'; actor: Officer | Decider; now: Date; answer: string };

export const answerRequest = (
  trx: Transaction<Database>,
  id: string,
  { state: answered, actor, now, answer }: Answer,
) =>
  trx
    .updateTable('certificate_scope_request')
    .set({ state: answered, answered_by: actor.accountId, answered_at: now, answer })
    .where('id', '=', id)
    .execute();

/** Refused by the panel, and the appeal against that was upheld: it waits for the panel again. */
export const askRequestAgain = (trx: Transaction<Database>, id: string, appealId: string) =>
  trx
    .updateTable('certificate_scope_request')
    .set({ state: 'audit_needed', answered_by: null, answered_at: null, answer: null, appeal_id: appealId })
    .where('id', '=', id)
    .where('state', '=', 'refused')
    .execute();

type Wider = { certificateId: string; sectors: string[]; now: Date };
const approved = z.object({ approved: z.boolean() });

/** The database answers, for its triggers ask the same. */
export async function bodyIsApproved(trx: Transaction<Database>, { certificateId, sectors, now }: Wider) {
  const { rows } = await sql`
    select body_is_approved(c.audit_body_id, o.country, ${sectors}::text[], ${dayOf(now)}::date) as approved
    from certificate c join organisation o on o.id = c.organisation_id where c.id = ${certificateId}::uuid`.execute(
    trx,
  );
  return approved.parse(rows[0]).approved;
}
