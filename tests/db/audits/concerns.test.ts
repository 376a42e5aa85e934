import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { closeConcern } from '#app/features/audits/fieldwork/concerns/commands.server.ts';
import { listConcerns } from '#app/features/audits/fieldwork/concerns/queries.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  anEngagement,
  assessAll,
  done,
  notified,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const outcome = {
  readiness: 'ready_with_concerns' as const,
  summary: 'Papers are in order; one procedure is new.',
  concerns: [{ indicator: '1.1.2', concern: 'The new cost schedule was not in use yet.' }],
};
const note = 'In use since January; ten files were read.';

/** Stage 1 whose fieldwork is over. */
async function stage1(given: Engagement) {
  const id = await notified(given, 'stage1');
  done(await startAudit(given.as(given.lead), id));
  done(await closeFieldwork(given.as(given.lead), id, fewHeard));
  return id;
}

async function stage2(given: Engagement) {
  const id = await notified(given, 'stage2');
  done(await startAudit(given.as(given.lead), id));
  return id;
}

const concernsOf = async (given: Engagement, id: string) => {
  const audit = await findAudit(given.as(given.lead), id);
  return audit ? listConcerns(given.db, audit) : [];
};

describe('ready with concerns', () => {
  test('names at least one, on an indicator of the standard', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await stage1(given);
    const record = (form: Parameters<typeof recordReadiness>[2]) =>
      recordReadiness(given.as(given.lead), id, form);
    expect(await record({ ...outcome, concerns: [] })).toEqual({ ok: false, refusal: 'concerns_missing' });
    expect(await record({ ...outcome, readiness: 'ready' })).toEqual({
      ok: false,
      refusal: 'ready_without_concerns',
    });
    const nowhere = [{ indicator: '9.9.9', concern: 'Nobody knows where this is.' }];
    expect(await record({ ...outcome, concerns: nowhere })).toEqual({
      ok: false,
      refusal: 'no_such_indicator',
    });
    expect(await db.selectFrom('readiness_concern').select('id').execute()).toEqual([]);
    done(await record(outcome));
    expect(await concernsOf(given, id)).toMatchObject([{ indicatorCode: '1.1.2', note: null }]);
  });

  test('is looked at in stage 2, whose fieldwork waits for it', async ({ db }) => {
    const given = await anEngagement(db);
    const lead = given.as(given.lead);
    done(await recordReadiness(lead, await stage1(given), outcome));
    const id = await stage2(given);
    const [concern] = await concernsOf(given, id);
    const close = (by: Engagement['lead'] = given.lead) =>
      closeConcern(given.as(by), id, concern?.id ?? '', { note });
    await assessAll(given, id);
    expect(await closeFieldwork(lead, id, fewHeard)).toEqual({ ok: false, refusal: 'concerns_open' });
    await expect(
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${id}`.execute(db),
    ).rejects.toThrow('a concern of stage 1');
    expect(await close(given.colleague)).toEqual({ ok: false, refusal: 'not_found' });
    done(await close());
    expect(await close()).toEqual({ ok: false, refusal: 'concern_closed' });
    expect(await concernsOf(given, id)).toMatchObject([{ note }]);
    done(await closeFieldwork(lead, id, fewHeard));
  });
});

describe('the database', () => {
  test('knows no outcome with concerns without one, and no concern of one that is ready', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await stage1(given);
    const end = (readiness: string) =>
      sql`update audit set state = 'closed', readiness = ${readiness}, summary = 'All was read.', closed_at = now() where id = ${id}`.execute(
        db,
      );
    await expect(end('ready_with_concerns')).rejects.toThrow('who is ready has none');
    const name = (by: string) =>
      sql`insert into readiness_concern (audit_id, application_id, scheme_version_id, indicator_code, concern, raised_at, raised_by)
        select id, application_id, scheme_version_id, '1.1.2', 'The new schedule.', now(), ${by} from audit where id = ${id}`.execute(
        db,
      );
    await expect(name(given.reviewer.accountId)).rejects.toThrow('by the team of stage 1');
    await name(given.lead.accountId);
    await expect(end('ready')).rejects.toThrow('who is ready has none');
    await end('ready_with_concerns');
    await expect(name(given.lead.accountId)).rejects.toThrow('before its outcome');
  });

  test('keeps a concern as it was named, and closes it in the fieldwork of stage 2 alone', async ({ db }) => {
    const given = await anEngagement(db);
    const first = await stage1(given);
    done(await recordReadiness(given.as(given.lead), first, outcome));
    const close = (audit: string) =>
      sql`update readiness_concern set closed_in = ${audit}, note = ${note}, closed_at = now(), closed_by = ${given.lead.accountId}`.execute(
        db,
      );
    await expect(close(first)).rejects.toThrow('by the team of stage 2');
    await expect(sql`update readiness_concern set concern = 'Another concern.'`.execute(db)).rejects.toThrow(
      'stands',
    );
    await expect(sql`delete from readiness_concern`.execute(db)).rejects.toThrow();
    await close(await stage2(given));
    await expect(
      sql`update readiness_concern set note = 'Other words than before.'`.execute(db),
    ).rejects.toThrow('stands');
  });
});
