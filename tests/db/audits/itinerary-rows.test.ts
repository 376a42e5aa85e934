import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { writeItinerary } from '#app/features/audits/planning/itinerary/commands.server.ts';
import { anEngagement, done, planned, readiness, type Engagement } from '#tests/support/factories/audits.ts';
import { someItems } from '#tests/support/factories/itineraries.ts';
import { test } from '#tests/support/test.ts';

type Line = { heldOn?: string; hours?: string; what?: string; told?: string; who?: string };

/** An itinerary of one line by raw SQL, in one statement. */
const written = ({ lead }: Engagement, id: string, line: Line = {}) => {
  const {
    heldOn = `'2026-03-01'`,
    hours = `'09:00', '10:00'`,
    what = `'travel', 'Kathmandu', null, '{}'`,
  } = line;
  const { told = `'team'`, who = lead.accountId } = line;
  return `with made as (insert into audit_itinerary (audit_id, number, items, presences, written_at, written_by)
      values ('${id}', 9, 1, 1, now(), '${lead.accountId}') returning id),
    item as (insert into audit_itinerary_item (itinerary_id, position, held_on, from_time, to_time, activity, place, note, auditees, told)
      select id, 0, ${heldOn}, ${hours}, ${what}, ${told} from made returning *)
    insert into audit_itinerary_auditor (itinerary_id, position, account_id, held_on, from_time, to_time)
      select itinerary_id, position, '${who}', held_on, from_time, to_time from item`;
};

describe('raw SQL', () => {
  const refuses = ({ db }: Engagement, statement: string, why: RegExp | string) =>
    expect(sql.raw(statement).execute(db), statement).rejects.toThrow(why);

  test('writes an itinerary in the form it has, and none other', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    for (const [line, why] of [
      [{ heldOn: `'2026-02-28'` }, 'within the days of its audit'],
      [{ heldOn: `'2026-03-04'` }, 'within the days of its audit'],
      [{ hours: `'10:00', '10:00'` }, 'audit_itinerary_hours'],
      [{ what: `'picnic', 'Kathmandu', null, '{}'` }, 'activity'],
      [{ what: `'other', 'Kathmandu', null, '{}'` }, 'audit_itinerary_other'],
      [{ what: `'travel', 'Kathmandu', null, '{Mina Rai}'` }, 'audit_itinerary_roles'],
      [{ told: `'everybody'` }, 'told'],
      [{ who: given.recruiter.accountId }, 'people of the team alone'],
    ] as const)
      await refuses(given, written(given, id, line), why);
    await sql.raw(written(given, id)).execute(db);
  });

  test('writes none before the plan nor after the notice, and none that somebody else wrote', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const done1 = await readiness(given);
    await refuses(given, written(given, done1), 'before anybody is told');
    const id = await planned(given, 'stage2');
    const others = written(given, id).replace(
      `'${given.lead.accountId}') returning`,
      `'${given.officer.accountId}') returning`,
    );
    await refuses(given, others, 'the lead auditor writes');
    done(await notifyAudit(given.as(given.lead), id, { reason: 'The recruiter asked for these days.' }));
    await refuses(given, written(given, id), 'before anybody is told');
  });

  test('puts nobody in two places at once, and adds, changes and takes away nothing', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    done(await writeItinerary(given.as(given.lead), id, someItems(given)));
    const again = (values: string) => `insert into audit_itinerary_item
      select itinerary_id, ${values}, activity, place, note, auditees, told from audit_itinerary_item where position = 0`;
    await refuses(given, again(`7, held_on, '18:00', '19:00'`), 'written whole');
    const twice = `with item as (${again(`7, held_on, '09:10', '09:20'`)} returning *)
      insert into audit_itinerary_auditor select itinerary_id, position, '${given.lead.accountId}', held_on, from_time, to_time from item`;
    await refuses(given, twice, 'audit_itinerary_one_place');
    for (const table of ['audit_itinerary', 'audit_itinerary_item', 'audit_itinerary_auditor']) {
      await refuses(given, `delete from ${table}`, 'append-only');
      await refuses(given, `truncate ${table} cascade`, 'append-only');
    }
    await refuses(given, `update audit_itinerary_item set told = 'recruiter'`, 'append-only');
    await refuses(given, `update audit_itinerary set written_at = now()`, 'append-only');
    await refuses(
      given,
      `update audit_itinerary_auditor set account_id = '${given.colleague.accountId}'`,
      'append-only',
    );
  });

  test('tells nobody of days that the itinerary does not fit', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    done(await writeItinerary(given.as(given.lead), id, someItems(given)));
    await sql`update audit set starts_on = starts_on + 1, ends_on = ends_on + 1`.execute(db);
    const tell = `update audit set state = 'notified', notified_at = '2026-03-01T10:00:00Z', notice_reason = 'They asked for it.'`;
    await refuses(given, tell, 'fits its days and its team no more');
    await sql`update audit set starts_on = starts_on - 1, ends_on = ends_on - 1`.execute(db);
    await sql.raw(tell).execute(db);
  });
});
