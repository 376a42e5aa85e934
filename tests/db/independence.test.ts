import type { Kysely } from 'kysely';
import { expect } from 'vitest';

import type { Database } from '#db/client.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { anEngagement, now } from '#tests/support/factories/audits.ts';
import { happened } from '#tests/support/factories/parts.ts';
import { anotherClient, whereOf } from '#tests/support/independence/table.ts';
import { things } from '#tests/support/independence/things.ts';
import { test } from '#tests/support/test.ts';

/** Whatever happens in the house leaves a fact behind. */
const facts = async (db: Kysely<Database>) => (await db.selectFrom('event').select('id').execute()).length;

test.for(Object.entries(things))(
  '%s; whoever had a part in it does not, by command or in SQL',
  async ([, thing], { db, work }) => {
    const given = await anotherClient(await anEngagement(db), work);
    const matter = await thing.ready(given);
    const on = { given, matter, now };
    for (const [who, { had, refusal, says }] of Object.entries(thing.bars)) {
      const person = await thing.newcomer(on);
      await happened(db, had(whereOf(given, matter, dayOf(now)), person.accountId));
      const before = await facts(db);
      expect(await person.act(), who).toEqual({ ok: false, refusal });
      await expect(thing.raw(on, person.accountId).execute(db), who).rejects.toThrow(says);
      expect(await facts(db), who).toBe(before);
    }
    // Not everything is refused: whoever had no part in it does it.
    const before = await facts(db);
    const free = await thing.newcomer(on);
    expect(await free.act()).toMatchObject({ ok: true });
    expect(await facts(db)).toBeGreaterThan(before);
  },
);
