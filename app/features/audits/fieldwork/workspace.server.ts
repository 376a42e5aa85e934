import type { Auditor, Decider, Officer, Reviewer, Scope } from '#app/platform/scope.ts';

import type { Audit } from '../model.ts';
import { listToCite } from './cited/queries.server.ts';
import { listOpenConflicts } from './conflicts.server.ts';
import { listEvidenceOf } from './evidence.server.ts';
import { around, type IndicatorFilter } from './list/filter.ts';
import { listPresent, markPresence } from './presence/queries.server.ts';
import { listIndicators } from './queries.server.ts';

/**
 * What stands around one indicator: others of the list it was opened from, its evidence, and, for the team, the interviews
 * it may name, what met its wording and who else is there. The team's own visit is noted.
 */
export async function besideIndicator(
  scope: Scope<Auditor | Reviewer | Officer | Decider>,
  audit: Audit,
  code: string,
  filter: IndicatorFilter,
) {
  const { db, actor, now } = scope;
  const onTeam = actor.kind === 'auditor';
  if (onTeam) await markPresence({ db, actor, now }, audit, code);
  const [all, evidence, interviews, conflicts, present] = await Promise.all([
    listIndicators(scope, audit),
    listEvidenceOf(db, audit.id, code),
    onTeam ? listToCite(db, audit.id, code) : [],
    onTeam ? listOpenConflicts(db, audit.id, code) : [],
    onTeam ? listPresent(scope, audit.id) : [],
  ]);
  return { ...around(all, filter, code), evidence, interviews, conflicts, present };
}
