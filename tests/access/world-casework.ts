import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

import { askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import type { Caseworker } from '#app/features/workers/casework/policy.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';

type House = { db: Kysely<Database>; pool: Pool; caseworker: Caseworker; colleague: Caseworker };

/** A complaint the caseworker has taken on, and another's of which a colleague asks to be let in. */
export async function caseworkNames({ db, pool, caseworker, colleague }: House) {
  const house = { db, pool, now: new Date() };
  const { id, number } = await aComplaint(house);
  done(await takeCase({ db, actor: caseworker, now: new Date() }, id));
  done(
    await askForAccess({ db, actor: colleague, now: new Date() }, id, 'The caseworker is away for a week.'),
  );
  const asked = await db.selectFrom('complaint_access').select('id').executeTakeFirstOrThrow();
  const entry = await db.selectFrom('complaint_entry').select('id').executeTakeFirstOrThrow();
  return {
    ...{ 'casework/:number': number, 'requests/:id': asked.id, 'translate/:entryId': entry.id },
    'step/:to': 'safety_triage',
  };
}
