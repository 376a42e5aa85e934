import type { Transaction } from 'kysely';

import type { Actor, Scope } from '#app/platform/scope.ts';
import { refuse, type Refused, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { Finding } from '../model.ts';
import { lockFinding } from '../queries.server.ts';

type Step<A extends Actor> = { trx: Transaction<Database>; finding: Finding; actor: A };

/**
 * How every command on a finding begins: one transaction, the finding locked, 404 for those it is none of the
 * business of, and whether this person may. `act` asks the rule and writes.
 */
export function onFinding<A extends Actor, O extends Result<unknown>>(
  { db, actor, now }: Scope,
  id: string,
  may: (actor: Actor, finding: Finding) => actor is A,
  act: (step: Step<A>) => Promise<O>,
): Promise<O | Refused<'not_found' | 'forbidden'>> {
  return db.transaction().execute(async (trx) => {
    const finding = await lockFinding(trx, { actor, now }, id);
    if (!finding) return refuse('not_found');
    if (!may(actor, finding)) return refuse('forbidden');
    return act({ trx, finding, actor });
  });
}

type Place = Pick<Finding, 'id' | 'auditId' | 'applicationId' | 'organisationId'>;

/** A finding's facts are told on the timelines of its audit, its application and its recruiter, too. */
export const about = ({ actor, now }: Pick<Scope, 'actor' | 'now'>, finding: Place) => ({
  actor,
  now,
  subject: finding.id,
  related: [finding.auditId, finding.applicationId, finding.organisationId],
});

/** Until a finding is issued only the audit's own timeline tells of it: the recruiter reads the others. */
export const aboutUnissued = (
  { actor, now }: Pick<Scope, 'actor' | 'now'>,
  { id, auditId }: Pick<Place, 'id' | 'auditId'>,
) => ({
  actor,
  now,
  subject: id,
  related: [auditId],
});
