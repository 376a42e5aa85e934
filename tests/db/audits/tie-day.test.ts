import type { Kysely } from 'kysely';
import { expect } from 'vitest';

import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listTieTasks } from '#app/features/audits/team/ties/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { anEngagement, done, fieldwork, raised } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** Advice of the first of June 2024 ties until two years are over, whatever day the database has. */
const tied = new Date('2026-05-31T09:00:00Z');
const free = new Date('2026-06-02T09:00:00Z');

const advised = (db: Kysely<Database>, accountId: string, organisationId: string) =>
  pastRules(db, (one) =>
    one
      .insertInto('advice')
      .values({
        ...{ account_id: accountId, organisation_id: organisationId, kind: 'advice' },
        ...{ given_on: '2024-06-01', recorded_at: tied, recorded_by: accountId },
      })
      .execute(),
  );

test('whether an audit’s team is tied is asked on the house’s day: in audit, finding and tasks', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const findingId = await raised(given, id);
  await advised(db, given.lead.accountId, given.agency.id);
  for (const [now, isTied] of [
    [tied, true],
    [free, false],
  ] as const) {
    const officer = { db, actor: given.officer, now };
    const ofLead = (team: readonly { accountId: string; tied?: boolean | undefined }[] | undefined) =>
      team?.find(({ accountId }) => accountId === given.lead.accountId)?.tied;
    expect(ofLead((await findAudit(officer, id))?.team)).toBe(isTied);
    expect(ofLead((await findFinding(officer, findingId))?.finding.team)).toBe(isTied);
    expect(await listTieTasks(officer)).toHaveLength(isTied ? 1 : 0);
  }
});

test('what is ahead of a recruiter is kept from who is tied on the house’s day, in calendar and mail', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  await advised(db, given.lead.accountId, given.agency.id);
  const cause = { type: 'special', trigger: 'critical_complaint', noticeType: 'unannounced' } as const;
  const grounds = 'A newspaper named two workers who paid.';
  for (const [now, isTied] of [
    [tied, true],
    [free, false],
  ] as const) {
    const programme = await listProgramme(
      { db, actor: given.lead, now },
      { type: 'surveillance', notice: '', page: 1 },
    );
    expect(programme.count > 0).toBe(!isTied);
    mailer.sent.length = 0;
    const dueOn = now.toISOString().slice(0, 10);
    done(
      await orderAudit({ db, actor: given.officer, now }, given.certificateId, { ...cause, grounds, dueOn }),
    );
    await work();
    // Two auditors of the body, or the one that is free.
    expect(mailer.sent).toHaveLength(isTied ? 1 : 2);
  }
});
