import type { Auditor, Decider, Officer, Reviewer, Scope } from '#app/platform/scope.ts';

import type { Audit } from '../model.ts';
import { listOpenConflicts } from './conflicts.server.ts';
import { listEvidenceOf } from './evidence.server.ts';
import { listPresent, markPresence } from './presence.server.ts';
import { listIndicators } from './queries.server.ts';

type Placed = { code: string; principleCode: string };

/**
 * What stands around one indicator: its principle's others, its evidence, and, for the team, what met its wording and who
 * else is there. The team's own visit is noted.
 */
export async function besideIndicator(
  scope: Scope<Auditor | Reviewer | Officer | Decider>,
  audit: Audit,
  { code, principleCode }: Placed,
) {
  const { db, actor, now } = scope;
  const onTeam = actor.kind === 'auditor';
  if (onTeam) await markPresence({ db, actor, now }, audit, code);
  const [all, evidence, conflicts, present] = await Promise.all([
    listIndicators(scope, audit),
    listEvidenceOf(db, audit.id, code),
    onTeam ? listOpenConflicts(db, audit.id, code) : [],
    onTeam ? listPresent(scope, audit.id) : [],
  ]);
  const neighbours = all.filter((indicator) => indicator.principleCode === principleCode);
  return { neighbours, evidence, conflicts, present };
}
