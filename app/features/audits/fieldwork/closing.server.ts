import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { listPastFindings } from '../findings/effectiveness/queries.server.ts';
import { listObservations } from '../findings/observations/queries.server.ts';
import { listOpenMisuses } from '../findings/misuses/queries.server.ts';
import { listInterviews } from '../interviews/queries.server.ts';
import type { Audit } from '../model.ts';
import { countOpenConcerns } from './concerns/queries.server.ts';
import { countOpenConflicts } from './conflicts.server.ts';
import { countOpenIndicators, countUnfound } from './queries.server.ts';
import { leftToDo } from './rules.ts';

/** What stands between this audit and the end of its fieldwork. Ask only with an audit that was found. */
export async function findLeft(db: Kysely<Database>, audit: Audit) {
  const [open, conflicts, interviews, past, observations, concerns, misuses, unfound] = await Promise.all([
    countOpenIndicators(db, audit),
    countOpenConflicts(db, audit.id),
    listInterviews(db, audit.id),
    listPastFindings(db, audit),
    listObservations(db, audit),
    countOpenConcerns(db, audit),
    listOpenMisuses(db, audit),
    countUnfound(db, audit),
  ]);
  return leftToDo(audit, {
    ...{ open, conflicts, concerns, unfound, misuses: misuses.length },
    unheard: interviews.filter(({ outcome }) => outcome === 'open').length,
    unjudged:
      past.filter(({ judged }) => judged === null).length +
      observations.filter(({ looked }) => looked === null).length,
  });
}
