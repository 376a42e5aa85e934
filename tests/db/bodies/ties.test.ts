import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { releaseMember } from '#app/features/audits/team/ties/commands.server.ts';
import { listDepartures, listTieTasks } from '#app/features/audits/team/ties/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
import { listDeclared } from '#app/features/bodies/interests/queries.server.ts';
import {
  anEngagement,
  done,
  fieldwork,
  noConflict,
  notified,
  now,
  raised,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const declareTie = async ({ as, lead }: Engagement) =>
  done(
    await declareInterest(as(lead), {
      ...{ recruiter: 'Himal Workforce', kind: 'kinship', fromOn: '2026-01-01' },
      statement: 'My sister began to work there this year.',
    }),
  );
const reason = 'Their sister works for the recruiter.';

describe('a tie declared while on a team', () => {
  test('is told to the reviewer and the scheme, whose task it is; the audit does not begin', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const id = await notified(given, 'stage1');
    await work();
    mailer.sent.length = 0;
    await declareTie(given);
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toEqual([
      ...Array<string>(2).fill('Anjali Rao declared a tie to Himal Workforce while auditing it'),
    ]);
    for (const actor of [given.officer, given.reviewer])
      expect(await listTieTasks(given.as(actor))).toMatchObject([
        { href: `/audits/${id}/team/${given.lead.accountId}/release` },
      ]);
    expect(await listTieTasks(given.as(given.lead))).toEqual([]);
    expect(await startAudit(given.as(given.lead), id)).toMatchObject({ refusal: 'forbidden' });
    const raw = sql`update audit set state = 'in_progress', started_at = ${now} where id = ${id}`;
    await expect(raw.execute(db)).rejects.toThrow('is tied to the recruiter');
  });

  test('stops everything in a running audit until they left; fieldwork stays theirs', async ({ db }) => {
    const given = await anEngagement(db);
    const { as, lead, colleague, reviewer, recruiter, officer } = given;
    const id = await fieldwork(given);
    const finding = await raised(given, id);
    await declareTie(given);
    const answer = { conformity: 'conforms' as const, note: '', evidence: 'Seen.', revision: 0 };
    expect(await assessIndicator(as(lead), id, '1.2.1', answer)).toMatchObject({ refusal: 'forbidden' });
    expect(await closeFieldwork(as(lead), id, fewHeard)).toMatchObject({ refusal: 'forbidden' });
    const raw = sql`update audit set state = 'fieldwork_done', fieldwork_done_at = ${now} where id = ${id}`;
    await expect(raw.execute(db)).rejects.toThrow('is tied to the recruiter');

    const release = (successor?: string) =>
      releaseMember(as(reviewer), id, lead.accountId, { reason, successor });
    expect(await release()).toMatchObject({ refusal: 'successor_missing' });
    done(await release(colleague.accountId));
    expect(await listDepartures(db, id)).toMatchObject([
      { name: 'Anjali Rao', role: 'lead_auditor', reason },
    ]);
    const seen = await findAudit(as(officer), id);
    expect(seen?.team).toMatchObject([{ name: 'Bo Ek', role: 'lead_auditor', tied: false }]);
    expect((await findAudit(as(recruiter), id))?.team.map(({ tied }) => tied)).toEqual([false]);
    const { raised_by } = await db
      .selectFrom('finding')
      .select('raised_by')
      .where('id', '=', finding)
      .executeTakeFirstOrThrow();
    expect(raised_by).toBe(lead.accountId);
    done(await declareConflict(as(colleague), id, noConflict));
    expect(await listTieTasks(as(officer))).toEqual([]);
  });

  test('is found by the scheme’s officers by person and by recruiter', async ({ db }) => {
    const given = await anEngagement(db);
    await declareTie(given);
    const found = async (search: string) =>
      (await listDeclared(given.as(given.officer), { search, page: 1 })).interests;
    expect(await found('himal')).toMatchObject([{ person: 'Anjali Rao', recruiter: 'Himal Workforce' }]);
    expect(await found('anjali')).toHaveLength(1);
    expect(await found('%')).toEqual([]);
    expect(await found('')).toHaveLength(1);
  });

  test('takes nobody off who is free, and nobody by themselves', async ({ db }) => {
    const given = await anEngagement(db);
    const { as, lead, colleague, officer } = given;
    const id = await notified(given, 'stage1');
    const form = { reason, successor: colleague.accountId };
    expect(await releaseMember(as(officer), id, lead.accountId, form)).toMatchObject({ refusal: 'not_tied' });
    const leave = (by: string) =>
      sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
        values (${id}, ${lead.accountId}, 'lead_auditor', ${now}, ${reason}, ${by})`.execute(db);
    await expect(leave(lead.accountId)).rejects.toThrow('somebody else of the body');
    await leave(officer.accountId);
    await expect(sql`delete from audit_team_member`.execute(db)).rejects.toThrow('or by a tie');
  });
});
