import type { Transaction } from 'kysely';

import type { Actor, Scope } from '#app/platform/scope.ts';
import { refuse, type Refused, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';
import { lockAudit } from '../queries.server.ts';

type Step<A extends Actor> = { trx: Transaction<Database>; audit: Audit; actor: A };

/**
 * How every command on an audit begins: one transaction, the audit locked, 404 for those it is none of the business
 * of, and whether this person may. `act` asks the rule and writes.
 */
export function onAudit<A extends Actor, O extends Result<unknown>>(
  { db, actor, now }: Scope,
  id: string,
  may: (actor: Actor, audit: Audit) => actor is A,
  act: (step: Step<A>) => Promise<O>,
): Promise<O | Refused<'not_found' | 'forbidden' | TeamRefusal>> {
  const outcome = db.transaction().execute(async (trx) => {
    const audit = await lockAudit(trx, { actor, now }, id);
    if (!audit) return refuse('not_found');
    if (!may(actor, audit)) return refuse('forbidden');
    return act({ trx, audit, actor });
  });
  return outcome.catch(teamRefusal);
}

const teamRefusals = {
  audit_objection_open: 'objection_open',
  audit_declarations_open: 'declarations_open',
  audit_auditor_not_approved: 'team_not_approved',
  audit_certificate_ended: 'certificate_ended',
  audit_member_tied: 'member_tied',
} as const;
type TeamRefusal = (typeof teamRefusals)[keyof typeof teamRefusals];

/** What the database says of a team as a whole, and of the certificate, whichever step asked: its answer, as the rule's no. */
function teamRefusal(error: unknown): Refused<TeamRefusal> {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  for (const [name, refusal] of Object.entries(teamRefusals)) if (name === constraint) return refuse(refusal);
  throw error;
}

export const isOfTeam = (constraint: string | undefined) => (constraint ?? '') in teamRefusals;

/** An audit's facts are told on the timelines of its application and its recruiter, too. */
export const about = ({ actor, now }: Pick<Scope, 'actor' | 'now'>, audit: Audit) => ({
  actor,
  now,
  subject: audit.id,
  related: [audit.applicationId, audit.organisationId],
});
