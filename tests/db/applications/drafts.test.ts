import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { discardIdleDrafts } from '#app/features/applications/clocks/commands.server.ts';
import { startApplication } from '#app/features/applications/commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { discardDraft, discardOwnDraft } from '#app/features/applications/drafts.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { aFilledDraft, anApplicant, sent, type Applicant } from '#tests/support/factories/applications.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

/** Ten in the morning on a day counted from the first of March 2026. */
const on = (days: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + days * 86_400_000);

const stateOf = async ({ officer, id }: Applicant) =>
  (await officer.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
const factsOf = async (db: Kysely<Database>, type: string) =>
  db.selectFrom('event').select(['payload', 'occurred_at as at']).where('type', '=', type).execute();
const remindersOf = async (db: Kysely<Database>) =>
  (await factsOf(db, 'application.reminded')).map(({ payload }) => payload);

const changed = { answers: { company_number: 'C-13' }, seen: { company_number: 1 } };

describe('a draft', () => {
  test('is warned of a fortnight before, kept by any touch, and discarded with all it holds', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anApplicant(db);
    await discardIdleDrafts({ db, now: on(165) });
    expect(await remindersOf(db)).toEqual([]);
    await discardIdleDrafts({ db, now: on(166) });
    await discardIdleDrafts({ db, now: on(167) });
    expect(await remindersOf(db)).toEqual([{ about: 'draft_idle', dueOn: '2026-08-28' }]);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      'APP-00001: Your draft is deleted on 28 August 2026',
    ]);

    const touched = { ...given.recruiter, now: on(170) };
    done(await saveAnswers(touched, given.id, changed));
    await discardIdleDrafts({ db, now: on(180) });
    expect(await stateOf(given)).toBe('draft');
    await discardIdleDrafts({ db, now: on(170 + 166) });
    await discardIdleDrafts({ db, now: on(170 + 179) });
    expect(await stateOf(given)).toBe('draft');
    await Promise.all([
      discardIdleDrafts({ db, now: on(170 + 180) }),
      discardIdleDrafts({ db, now: on(170 + 180) }),
    ]);
    expect(await stateOf(given)).toBe('discarded');
    expect(await factsOf(db, 'application.discarded')).toHaveLength(1);
    expect(await db.selectFrom('application_answer').select('question').execute()).toEqual([]);
    await work();
    const kept = await db.selectFrom('document').select('id').where('withdrawn_at', 'is', null).execute();
    expect(kept).toEqual([]);
  });

  test('is warned first even when the worker slept over its day', async ({ db }) => {
    const given = await anApplicant(db);
    await discardIdleDrafts({ db, now: on(300) });
    expect(await stateOf(given)).toBe('draft');
    expect(await remindersOf(db)).toEqual([
      { about: 'draft_idle', dueOn: on(314).toISOString().slice(0, 10) },
    ]);
    await discardIdleDrafts({ db, now: on(313) });
    expect(await stateOf(given)).toBe('draft');
    await discardIdleDrafts({ db, now: on(314) });
    expect(await stateOf(given)).toBe('discarded');
  });

  test('is warned of by the clock of the version it was made under', async ({ db }) => {
    await anApplicant(db);
    const { terms } = interimVersion;
    const quick = { ...terms, clocks: { ...terms.clocks, idleDraftDays: 60 } };
    const at = new Date(now.getTime() + 3_600_000);
    await publishSchemeVersion({ db, now: at }, { ...interimVersion, id: 'quick', terms: quick });
    await aFilledDraft(db, 'Quick Overseas', 'quick@example.com', at);
    await discardIdleDrafts({ db, now: on(45) });
    expect(await remindersOf(db)).toEqual([]);
    await discardIdleDrafts({ db, now: on(46) });
    expect(await remindersOf(db)).toEqual([{ about: 'draft_idle', dueOn: '2026-04-30' }]);
  });

  test('that cannot be seen to keeps nobody behind it waiting, and is told of', async ({ db }) => {
    await anApplicant(db);
    await aFilledDraft(db, 'Second Overseas', 'second@example.com');
    const drafts = await db.selectFrom('application').select('id').orderBy('id').execute();
    const stuck = sql.lit(drafts[0]?.id);
    await sql`alter table application_reminder add constraint stuck check (application_id <> ${stuck})`.execute(
      db,
    );
    await expect(discardIdleDrafts({ db, now: on(166) })).rejects.toThrow('stuck');
    const warned = await db.selectFrom('application_reminder').select('application_id as id').execute();
    expect(warned).toEqual([drafts[1]]);
  });

  test('is thrown away by its own people alone, once, and another may be begun', async ({ db, work }) => {
    const given = await anApplicant(db);
    expect(await discardDraft(given.stranger, given.id)).toEqual({ ok: false, refusal: 'not_found' });
    const both = await Promise.all([
      discardOwnDraft(given.recruiter),
      discardDraft(given.recruiter, given.id),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await work();
    done(await startApplication({ ...given.recruiter, now: on(1) }));
    await expect(
      sql`update application set state = 'draft', discarded_at = null where state = 'discarded'`.execute(db),
    ).rejects.toThrow();
  });

  test('that was sent is not thrown away', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    expect(await discardDraft(given.recruiter, given.id)).toEqual({ ok: false, refusal: 'already_sent' });
  });
});
