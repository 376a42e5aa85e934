import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { declareInterest, endInterest } from '#app/features/bodies/interests/commands.server.ts';
import { findOwnInterest, listInterests } from '#app/features/bodies/interests/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  aPerson,
  done,
  now,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const kinship = {
  recruiter: 'Himal Workforce',
  kind: 'kinship' as const,
  statement: 'My sister is its accountant.',
  fromOn: '2020-01-01',
};
const form = { type: 'stage1' as const, colleagues: [] };

const isTied = async (db: Kysely<Database>, { colleague, agency }: Engagement, day = '2026-03-01') => {
  const { rows } = await sql<{ tied: boolean }>`
    select has_tie(${colleague.accountId}, ${agency.id}, ${day}) as tied`.execute(db);
  return rows[0]?.tied;
};

describe('declaring a tie', () => {
  test('keeps that person off every team of this recruiter, and is told', async ({ db }) => {
    const given = await anEngagement(db);
    expect(await isTied(db, given)).toBe(false);
    done(await declareInterest(given.as(given.colleague), kinship));
    expect(await isTied(db, given)).toBe(true);
    const colleagues = [given.colleague.accountId];
    const refused = await scheduleAudit(given.as(given.lead), given.applicationId, { ...form, colleagues });
    expect(refused).toEqual({ ok: false, refusal: 'tied' });
    expect(await db.selectFrom('audit').select('id').execute()).toEqual([]);
    const fact = await db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'tie.declared')
      .executeTakeFirst();
    expect(fact).toMatchObject({ subject: given.colleague.accountId, payload: { conflicted: true } });
    expect(await listInterests({ db }, given.colleague.accountId)).toMatchObject([
      { recruiter: 'Himal Workforce', kind: 'kinship', corrected: false, declaredOn: '2026-03-01' },
    ]);
  });

  test('that there is none keeps nobody away', async ({ db }) => {
    const given = await anEngagement(db);
    const none = {
      recruiter: 'himal workforce',
      kind: 'none' as const,
      statement: 'I looked and found nothing.',
    };
    done(await declareInterest(given.as(given.colleague), none));
    expect(await isTied(db, given)).toBe(false);
    await scheduled(given, 'stage1', [given.colleague.accountId]);
  });

  test('is refused for a recruiter nobody knows and for a day to come, and leaves nothing', async ({
    db,
  }) => {
    const { as, colleague } = await anEngagement(db);
    const unknown = await declareInterest(as(colleague), { ...kinship, recruiter: 'Nobody at all' });
    expect(unknown).toEqual({ ok: false, refusal: 'unknown_recruiter' });
    const early = await declareInterest(as(colleague), { ...kinship, untilOn: '2026-03-02' });
    expect(early).toEqual({ ok: false, refusal: 'ends_in_future' });
    expect(await db.selectFrom('interest_declaration').select('id').execute()).toEqual([]);
  });

  test('and forming the team at once: one of the two waits for the other', async ({ db }) => {
    const given = await anEngagement(db);
    const colleagues = [given.colleague.accountId];
    const [tie, audit] = await Promise.all([
      declareInterest(given.as(given.colleague), kinship),
      scheduleAudit(given.as(given.lead), given.applicationId, { ...form, colleagues }),
    ]);
    expect(tie.ok).toBe(true);
    if (!audit.ok) expect(audit.refusal).toBe('tied');
  });
});

describe('ending a tie', () => {
  test('keeps its person away for two years more', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = done(await declareInterest(given.as(given.colleague), kinship));
    const end = { untilOn: '2026-03-01', statement: 'She left the agency.' };
    done(await endInterest(given.as(given.colleague), id, end));
    expect(await isTied(db, given, '2028-02-29')).toBe(true);
    expect(await isTied(db, given, '2028-03-01')).toBe(false);
    expect(await findOwnInterest(given.as(given.colleague), id)).toMatchObject({ corrected: true });
    expect(await endInterest(given.as(given.colleague), id, end)).toEqual({
      ok: false,
      refusal: 'already_ended',
    });
  });

  test('long ago, as it is said now, makes the two years no shorter', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = done(await declareInterest(given.as(given.colleague), kinship));
    const later = { ...given.as(given.colleague), now: new Date('2028-03-01T09:00:00Z') };
    const end = { untilOn: '2026-03-02', statement: 'She left the agency two years ago.' };
    done(await endInterest(later, id, end));
    expect(await isTied(db, given, '2030-02-28')).toBe(true);
    expect(await isTied(db, given, '2030-03-01')).toBe(false);
  });

  test('is nobody else’s', async ({ db }) => {
    const { as, colleague, lead } = await anEngagement(db);
    const { id } = done(await declareInterest(as(colleague), kinship));
    const end = { untilOn: '2026-03-01', statement: 'She left the agency.' };
    expect(await endInterest(as(lead), id, end)).toEqual({ ok: false, refusal: 'not_found' });
  });

  test('twice at once counts once', async ({ db }) => {
    const { as, colleague } = await anEngagement(db);
    const { id } = done(await declareInterest(as(colleague), kinship));
    const end = { untilOn: '2026-03-01', statement: 'She left the agency.' };
    const both = await Promise.all([1, 2].map(() => endInterest(as(colleague), id, end)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('the database', () => {
  test('refuses a team member with a tie, of whatever kind', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await scheduled(given, 'stage1');
    done(await declareInterest(given.as(given.colleague), kinship));
    const join = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${audit}, ${given.colleague.accountId}, 'auditor', ${now})`;
    await expect(join.execute(db)).rejects.toThrow('nobody audits a recruiter they have a tie to');
  });

  test.for([
    ['changed', `update interest_declaration set kind = 'none'`],
    ['deleted', `delete from interest_declaration`],
    ['truncated', `truncate interest_declaration`],
    [
      'half',
      `insert into interest_declaration (account_id, organisation_id, kind, statement, declared_at)
      select account_id, organisation_id, 'other', 'No first day given.', now() from interest_declaration`,
    ],
    [
      'taken back',
      `insert into interest_declaration (account_id, organisation_id, kind, statement, corrects, declared_at)
      select account_id, organisation_id, 'none', 'It was an error.', id, now() from interest_declaration`,
    ],
    [
      'ended before it was declared',
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, corrects, declared_at)
      select account_id, organisation_id, kind, 'Ended long ago.', from_on, '2021-01-01', id, now() from interest_declaration`,
    ],
    [
      'another person’s',
      `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, corrects, declared_at)
      select a.id, organisation_id, kind, 'Ended by another.', from_on, '2026-03-01', d.id, now()
      from interest_declaration d join account a on a.id <> d.account_id limit 1`,
    ],
  ] as const)('keeps a declaration from being %s', async ([, statement], { db }) => {
    const { as, colleague } = await anEngagement(db);
    done(await declareInterest(as(colleague), kinship));
    await expect(sql.raw(statement).execute(db)).rejects.toThrow();
    expect(await db.selectFrom('interest_declaration').select('kind').execute()).toEqual([
      { kind: 'kinship' },
    ]);
  });

  test.for([
    ['begins tomorrow', '2026-03-02', null],
    ['ends tomorrow', '2020-01-01', '2026-03-02'],
  ] as const)('takes no tie that %s', async ([, from, until], { db }) => {
    const { colleague, agency } = await anEngagement(db);
    const declare = sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, declared_at)
      values (${colleague.accountId}, ${agency.id}, 'kinship', 'My sister is its accountant.', ${from}, ${until}, ${now})`;
    await expect(declare.execute(db)).rejects.toThrow('declared once it began');
  });

  test('remembers who worked for the recruiter when their membership ends', async ({ db }) => {
    const given = await anEngagement(db);
    const clerk = await aPerson(db, given.agency, 'recruiter', 'Ram Karki');
    await sql`delete from membership where account_id = ${clerk.accountId}`.execute(db);
    const tied = await sql<{
      tied: boolean;
    }>`select has_tie(${clerk.accountId}, ${given.agency.id}) as tied`.execute(db);
    expect(tied.rows).toEqual([{ tied: true }]);
  });
});
