import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordAdvice } from '#app/features/accounts/organisations/advice-commands.server.ts';
import { listAdvice } from '#app/features/accounts/organisations/lists.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, scheduled, type Engagement } from '#tests/support/factories/audits.ts';
import { trailFacts } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const given = '2026-02-01';
const form = { recruiter: 'himal workforce', kind: 'training' as const, givenOn: given };

const emailOf = async (db: Kysely<Database>, accountId: string) => {
  const row = await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst();
  return row?.email ?? '';
};
const advisedBy = async ({ db, as, officer, colleague }: Engagement, givenOn = given) =>
  recordAdvice(as(officer), { ...form, givenOn, email: await emailOf(db, colleague.accountId) });

describe('advice', () => {
  test('is recorded once, by whoever gave it or by an officer', async ({ db }) => {
    const place = await anEngagement(db);
    const both = await Promise.all([1, 2].map(() => recordAdvice(place.as(place.officer), form)));
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual(no('already_recorded'));
    expect(await advisedBy(place)).toMatchObject({ ok: true });
    expect((await listAdvice(place.as(place.officer), 1)).count).toBe(2);
    expect((await listAdvice(place.as(place.decider), 1)).count).toBe(0);
    expect(await trailFacts(db, place.agency.id)).toEqual(['advice.recorded', 'advice.recorded']);
  });

  test('is not recorded by others, of nobody, or before it happened', async ({ db }) => {
    const place = await anEngagement(db);
    const officer = place.as(place.officer);
    const trainer = {
      kind: 'trainer' as const,
      accountId: place.decider.accountId,
      organisationId: place.decider.organisationId,
    };
    const email = await emailOf(db, place.colleague.accountId);
    expect(await recordAdvice(place.as(place.lead), form)).toEqual(no('forbidden'));
    expect(await recordAdvice(place.as(trainer), { ...form, email })).toEqual(no('not_of_others'));
    expect(await recordAdvice(place.as(trainer), form)).toMatchObject({ ok: true });
    expect(await recordAdvice(officer, { ...form, email: 'no@body.example' })).toEqual(no('unknown_person'));
    expect(await recordAdvice(officer, { ...form, recruiter: 'Himal' })).toEqual(no('unknown_recruiter'));
    expect(await recordAdvice(officer, { ...form, givenOn: '2026-03-02' })).toEqual(no('not_yet_given'));
  });
});

describe('two years lie between advice and audit', () => {
  test('whoever advised is not put on the team, by rule and by table', async ({ db, now }) => {
    const place = await anEngagement(db);
    done(await advisedBy(place));
    const team = { type: 'stage1' as const, colleagues: [place.colleague.accountId] };
    expect(await scheduleAudit(place.as(place.lead), place.applicationId, team)).toEqual(
      no('advised_recently'),
    );
    const auditId = await scheduled(place, 'stage1');
    const written = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
      values (${auditId}, ${place.colleague.accountId}, 'auditor', ${now})`.execute(db);
    await expect(written).rejects.toThrow('does not audit it for two years');
  });

  test('longer ago than that, they are', async ({ db }) => {
    const place = await anEngagement(db);
    done(await advisedBy(place, '2024-03-01'));
    expect(await scheduled(place, 'stage1', [place.colleague.accountId])).toBeTruthy();
  });

  test('whoever audits does not advise, by rule and by table', async ({ db, now }) => {
    const place = await anEngagement(db);
    await scheduled(place, 'stage1', [place.colleague.accountId]);
    expect(await advisedBy(place)).toEqual(no('audited_recently'));
    const written = sql`insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
      values (${place.colleague.accountId}, ${place.agency.id}, 'advice', ${given}, ${now}, ${place.officer.accountId})`;
    await expect(written.execute(db)).rejects.toThrow('does not train or advise it for two years');
  });

  test('advice and audit at once: one of them is refused', async ({ db }) => {
    const place = await anEngagement(db);
    const team = { type: 'stage1' as const, colleagues: [place.colleague.accountId] };
    const outcomes = await Promise.all([
      advisedBy(place),
      scheduleAudit(place.as(place.lead), place.applicationId, team),
    ]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  });
});
