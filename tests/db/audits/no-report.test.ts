import { sql } from 'kysely';
import { expect } from 'vitest';

import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { abortAudit } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { anEngagement, done, fieldwork, notified, raised } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const paid = { statement: 'Receipts show that workers paid.', evidence: 'Documents sent in January.' };

test('stage 1 raises what cannot wait alone, and calls nobody ready over it', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await notified(given, 'stage1');
  const lead = given.as(given.lead);
  done(await startAudit(lead, id));
  expect(await raiseFinding(lead, id, '1.1.2', { ...paid, grade: 'major' })).toEqual(
    no('only_critical_in_stage1'),
  );
  const forged = sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code,
      grade, statement, evidence, state, raised_at, raised_by)
    select id, application_id, organisation_id, 9, scheme_version_id, '1.1.1', 'minor', 'No payee is named.', 'Seen on paper.',
      'raised', ${lead.now}, ${given.lead.accountId} from audit where id = ${id}`;
  await expect(forged.execute(db)).rejects.toThrow('critical findings alone');
  done(await raiseFinding(lead, id, '1.1.4', { ...paid, grade: 'critical' }));
  await sql`update audit set state = 'fieldwork_done', fieldwork_done_at = ${lead.now} where id = ${id}`.execute(
    db,
  );
  const outcome = { readiness: 'ready' as const, summary: 'All that was asked for was there.' };
  expect(await recordReadiness(lead, id, outcome)).toEqual(no('critical_finding_open'));
  const ready = sql`update audit set state = 'closed', readiness = 'ready', summary = ${outcome.summary}, closed_at = ${lead.now}
    where id = ${id}`;
  await expect(ready.execute(db)).rejects.toThrow('ready with a critical finding open');
  done(await recordReadiness(lead, id, { ...outcome, readiness: 'not_ready' }));
});

test('an audit that is broken off tells what it had found, and its clocks run', async ({ db }) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  await raised(given, id, 'major');
  const lead = given.as(given.lead);
  const forged = sql`update audit set state = 'aborted', aborted_at = ${lead.now}, abort_reason = 'obstruction',
    abort_note = 'The office was locked at noon.' where id = ${id}`;
  await expect(forged.execute(db)).rejects.toThrow('what was found before it was broken off is told');
  done(await abortAudit(lead, id, { reason: 'obstruction', note: 'The office was locked at noon.' }));
  const row = await db
    .selectFrom('finding')
    .select(['state', 'issued_at', 'plan_due_on'])
    .where('audit_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ state: 'awaiting_cap', issued_at: lead.now, plan_due_on: expect.any(String) });
});
