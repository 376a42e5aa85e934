import { text } from 'node:stream/consumers';

import type { Kysely } from 'kysely';
import { expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { saveSection } from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { figuresAsCsv } from '#app/features/workers/figures/csv.server.ts';
import { complaintsInPublic, rememberedFigures } from '#app/features/workers/figures/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { aCaseworker, walked } from '#tests/support/factories/substantiated.ts';
import { test } from '#tests/support/test.ts';

const now = new Date('2026-04-01T00:00:00Z');
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);
const actor = { kind: 'system' } as const;
const answered = (db: Kysely<Database>, subject: string, at: Date) =>
  db.transaction().execute((trx) => recordEvent(trx, { actor, now: at, subject }, 'complaint.answered', {}));

test('complaints are told by quarters that are over: how fast, and what became of those who agreed', async ({
  copy: { db, pool },
}) => {
  const by = await aCaseworker(db);
  // A Thursday; a weekend lies between it and the answers.
  const [thursday, nextWeek] = [new Date('2025-11-06T09:00:00Z'), new Date('2025-11-13T09:00:00Z')];
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const { id } = await aComplaint({ db, pool, now: thursday });
    const agrees = at > 0;
    if (agrees)
      done(
        await saveSection({ db, now: thursday }, id, {
          section: 'consents',
          said: { parties: ['statistics'] },
        }),
      );
    const triagedAt = hours(thursday, at === 5 ? 30 : 2 + at);
    await walked({ db, now: triagedAt }, id, { by, until: 'finding' });
    // Four within three working days, one on the fifth, one on the sixth.
    const late = { 4: nextWeek, 5: hours(nextWeek, 24) }[at] ?? new Date('2025-11-11T20:00:00Z');
    await answered(db, id, late);
    await answered(db, id, hours(late, 48));
  }
  // Of the quarter before, too few; of the one that runs, nothing.
  await aComplaint({ db, pool, now: new Date('2025-08-01T09:00:00Z') });
  for (let count = 0; count < 6; count += 1) await aComplaint({ db, pool, now });

  const none = { closed: null, remedied: null };
  const shown = {
    ...{ received: 6, triageHours: 4.5, triagedInADay: 83, answerDays: 3, answeredInFiveDays: 83 },
    ...{ substantiated: 100, closed: 0, remedied: 0 },
  };
  const hidden = Object.fromEntries(Object.keys(shown).map((figure) => [figure, null]));
  expect(await complaintsInPublic({ db, now })).toEqual([
    // Seven came in the year: with six of them told, the seventh would be.
    { year: 2025, quarter: null, ...hidden, ...none },
    { year: 2025, quarter: 4, ...shown },
    { year: 2025, quarter: 3, ...hidden },
  ]);
  expect(await complaintsInPublic({ db, now: new Date('2025-12-31T23:59:59Z') })).toEqual([
    { year: 2025, quarter: 3, ...hidden },
  ]);
  expect(await complaintsInPublic({ db, now: new Date('2031-04-01T00:00:00Z') })).toEqual([
    expect.objectContaining({ year: 2026, quarter: null, received: 6 }),
    expect.objectContaining({ year: 2026, quarter: 2, received: 6 }),
  ]);
  const csv = (await text(figuresAsCsv(await complaintsInPublic({ db, now })))).split('\r\n');
  expect(csv.slice(2)).toEqual(['2025,,,,,,,,,', '2025,4,6,4.5,83,3,83,100,0,0', '2025,3,,,,,,,,', '']);
});

test('where nobody ever complained there is nothing to show, and it is asked once', async ({
  copy: { db },
}) => {
  expect(await rememberedFigures({ db })).toEqual([]);
  expect(await rememberedFigures({ db })).toEqual([]);
});
