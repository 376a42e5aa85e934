import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';

import { closeAudit } from './commands/close-audit.server.ts';

const actor = { kind: 'system' } as const;

/** The audits a decision ends: those that waited for it. */
async function decidedAudits(db: Kysely<Database>, { subject, related }: Fact) {
  const rows = await db
    .selectFrom('audit')
    .select('id')
    .where('application_id', 'in', [subject, ...related])
    .where('state', '=', 'ready_for_decision')
    .execute();
  return rows.map(({ id }) => id);
}

/** Dated as the decision it follows; when it was done before, the rule says so and nothing happens. */
export const closeDecidedAudit = ({ db }: Means): Effect<'decision.made'> => ({
  targets: decidedAudits,
  async run({ occurredAt }, auditId) {
    await closeAudit({ db, actor, now: occurredAt }, auditId);
  },
});
