import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { listInterviews } from '../queries.server.ts';
import { groupWords, heardSoFar } from '../ui/heard-so-far.ts';
import { findPlanOf } from '../sample.server.ts';
import { lockOf } from './opening.server.ts';

/** What a device takes along to hear workers: whom the sample asks for, the keys that are taken, and what it seals with. */
export async function interviewsAlong(db: Kysely<Database>, auditId: string) {
  const [interviews, plan] = await Promise.all([listInterviews(db, auditId), findPlanOf(db, auditId)]);
  return {
    // Their keys and nothing else: what they are cited by.
    interviews: interviews.map(({ pseudonym }) => pseudonym),
    sample: [...heardSoFar(interviews, plan), ...groupWords(interviews, plan)],
    lock: lockOf(auditId),
  };
}
