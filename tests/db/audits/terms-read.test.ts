import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { lapseInAudit } from '#app/features/applications/clocks/commands.server.ts';
import { keepMinors } from '#app/features/audits/findings/breakdowns/commands.server.ts';
import { listBreakdowns } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, audited, done, notified, type Engagement } from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const reason = 'The clerks slipped; the procedure itself is followed.';

/** As if every version had been published with another number. */
const say = (db: Kysely<Database>, path: string, value: number) =>
  pastRules(db, (one) =>
    sql`update scheme_version set terms = jsonb_set(terms, ${`{${path}}`}::text[], to_jsonb(${value}::integer))`.execute(
      one,
    ),
  );
const minorsForMajor = 'clocks,correctiveAction,minorsForMajor';

async function withMinors(given: Engagement, count: number) {
  const { id } = await audited(
    given,
    Array.from({ length: count }, () => 'minor' as const),
  );
  done(await saveReport(given.as(given.lead), id, { ...report, revision: 0 }));
  return id;
}
const forged = ({ db }: Engagement, id: string) =>
  sql`update audit set state = 'fact_check', reported_at = now(), reported_by = (select account_id from audit_team_member
      where audit_id = ${id} and role = 'lead_auditor'), summary = 'Sound', fact_check_at = now(),
      fact_check_due_on = '2026-04-01' where id = ${id}`.execute(db);

describe('how many minors suggest a major', () => {
  test('where two do, two keep the report back, in SQL too', async ({ db }) => {
    const given = await anEngagement(db);
    await say(db, minorsForMajor, 2);
    const id = await withMinors(given, 2);
    expect(await listBreakdowns(db, { id })).toMatchObject([{ criterion: '1.1', answered: false }]);
    expect(await sendReport(given.as(given.lead), id)).toEqual({ ok: false, refusal: 'major_suggested' });
    const open = sql`select criterion_code from open_breakdowns(${id})`;
    expect((await open.execute(db)).rows).toEqual([{ criterion_code: '1.1' }]);
    await expect(forged(given, id)).rejects.toThrow();
    done(await keepMinors(given.as(given.lead), id, '1.1', { reason }));
    done(await sendReport(given.as(given.lead), id));
  });

  test('where four do, three do not', async ({ db }) => {
    const given = await anEngagement(db);
    await say(db, minorsForMajor, 4);
    const id = await withMinors(given, 3);
    expect(await listBreakdowns(db, { id })).toEqual([]);
    expect((await sql`select criterion_code from open_breakdowns(${id})`.execute(db)).rows).toEqual([]);
    done(await sendReport(given.as(given.lead), id));
  });
});

test('an application whose terms give four months is warned and lapses by them, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await anEngagement(db);
  await say(db, 'clocks,audits,stageMonths', 4);
  await notified(given, 'stage1');
  await work();
  const { rows } = await sql`select application_audit_by(id)::text as by from application`.execute(db);
  expect(rows).toEqual([{ by: '2026-07-01' }]);
  await lapseInAudit({ db, now: at('2026-06-01') });
  const warned = db.selectFrom('application_reminder').select(['kind', 'due_on']);
  expect(await warned.execute()).toEqual([{ kind: 'next_audit_due', due_on: '2026-07-01' }]);
  await lapseInAudit({ db, now: at('2026-07-02') });
  const state = db.selectFrom('application').select('state');
  expect(await state.execute()).toEqual([{ state: 'lapsed' }]);
});
