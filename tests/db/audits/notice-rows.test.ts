import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { abortAudit } from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  noConflict,
  notified,
  plan,
  prepared,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const later = (days: number) => ({
  startsOn: addDays(plan.startsOn, days),
  endsOn: addDays(plan.startsOn, days + 2),
});
const window = { windowFrom: addDays(plan.startsOn, 20), windowUntil: addDays(plan.startsOn, 40) };
const semi: PlanForm = { ...plan, ...later(25), ...window, noticeType: 'semi_announced' };
const reason = { reason: 'Our office floods in these days.' };
const none = { reason: '' };

/** Stage 1, its team ready, planned as the form says. */
async function planning(given: Engagement, form: PlanForm) {
  const id = await scheduled(given, 'stage1');
  done(await declareConflict(given.as(given.lead), id, noConflict));
  await prepared(given, id);
  done(await planAudit(given.as(given.lead), id, form));
  return id;
}

describe('raw SQL', () => {
  const refuses = (db: Kysely<Database>, statement: string, why: string) =>
    expect(sql.raw(statement).execute(db), statement).rejects.toThrow(why);
  const begin = `update audit set state = 'in_progress', started_at = '2026-03-01T10:00:00Z'`;

  test('does not begin what nobody was told of, nor before its day', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(20) });
    await refuses(db, begin, 'never notified');
    done(await notifyAudit(given.as(given.lead), id, none));
    await refuses(db, begin, 'before the day that was told');
  });

  test('does not tell late without a reason, nor change what was told', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, { ...plan, ...later(5) });
    const tell = `update audit set state = 'notified', notified_at = '2026-03-01T10:00:00Z'`;
    await refuses(db, tell, 'too late');
    done(await notifyAudit(given.as(given.lead), id, reason));
    for (const change of [
      `starts_on = starts_on + 1, ends_on = ends_on + 1`,
      `plan = 'Another plan altogether.'`,
    ])
      await refuses(db, `update audit set ${change}`, 'stands as it is');
  });

  test('gives no window to an announced audit, and none that tells its days', async ({ db }) => {
    const given = await anEngagement(db);
    await planning(given, semi);
    for (const change of [
      `window_until = null`,
      `window_from = starts_on, window_until = ends_on`,
      `window_from = starts_on + 1`,
      `notice_type = 'announced'`,
    ])
      await refuses(db, `update audit set ${change}`, 'audit_window');
    await refuses(db, `update audit set window_from = null, window_until = null`, 'has a window');
  });

  test('postpones only what was asked and agreed, and not beyond the limit', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    const off = (until: string) =>
      `update audit set state = 'postponed', postponed_at = now(), postponed_until = ${until}, postponements = 1, postponement_reason = 'So it is.'`;
    await refuses(db, off(`starts_on + 10`), 'postponed when the recruiter asked');
    done(await askPostponement(given.as(given.recruiter), id, reason));
    await refuses(db, off(`starts_on + 10`), 'postponed when the recruiter asked');
    const answer = (who: string) =>
      `update audit_postponement set outcome = 'accepted', answered_at = now(), answered_by = '${who}'`;
    await refuses(db, answer(given.recruiter.accountId), 'lead auditor answers');
    await sql.raw(answer(given.lead.accountId)).execute(db);
    await refuses(db, off(`starts_on + 61`), 'not beyond the limit');
    await refuses(db, `update audit_postponement set reason = 'Another reason altogether.'`, 'stands');
    await refuses(db, `delete from audit_postponement`, 'append-only');
    await sql.raw(off(`starts_on + 60`)).execute(db);
    const again = `update audit set state = 'planned', starts_on = postponed_until + 1, ends_on = postponed_until + 2`;
    await refuses(db, again, 'begins by');
  });

  test('asks for nothing before the notice', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planning(given, plan);
    const ask = `insert into audit_postponement (audit_id, reason, asked_at, asked_by)
      values ('${id}', 'We cannot at all.', now(), '${given.recruiter.accountId}')`;
    await refuses(db, ask, 'once the recruiter was notified');
  });

  test('keeps why an audit was broken off', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const note = 'The director locked the archive and shouted.';
    done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note }));
    await refuses(db, `update audit set abort_reason = 'safety' where id = '${id}'`, 'abort_reason stands');
    await refuses(
      db,
      `update audit set state = 'in_progress', aborted_at = null where id = '${id}'`,
      'audit',
    );
  });
});
