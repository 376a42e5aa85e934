import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { latestEntries, timelineOf } from '#app/events/timeline.server.ts';
import { listAudits } from '#app/features/audits/lists.server.ts';
import { findingHeat } from '#app/features/audits/pictures/queries.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import type { PlanForm } from '#app/features/audits/planning/forms.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { listTeamTasks } from '#app/features/audits/team/tasks.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Officer, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import {
  anEngagement,
  aPerson,
  done,
  noConflict,
  now,
  plan,
  prepared,
  raised,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aCertificate, aPackage, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

const days = { startsOn: addDays(plan.startsOn, 20), endsOn: addDays(plan.startsOn, 22) };
const window = { windowFrom: addDays(plan.startsOn, 10), windowUntil: addDays(plan.startsOn, 40) };
const plans: Record<PlanForm['noticeType'], PlanForm> = {
  announced: { ...plan, ...days },
  semi_announced: { ...plan, ...days, ...window, noticeType: 'semi_announced' },
  unannounced: { ...plan, ...days, noticeType: 'unannounced' },
};
const untold = /Stage 1 audit scheduled|Stage 1 audit planned|"Audit planned"/;

async function planning(given: Engagement, noticeType: PlanForm['noticeType']) {
  const id = await scheduled(given, 'stage1');
  done(await declareConflict(given.as(given.lead), id, noConflict));
  await prepared(given, id);
  done(await planAudit(given.as(given.lead), id, plans[noticeType]));
  return id;
}

/** Something ties them from here on. */
const tied = (given: Engagement, auditId: string, { accountId }: { accountId: string }) =>
  happened(given.db, tie()({ ...given, auditId, day: '2026-03-01' }, accountId));

/** All places in which somebody could read the days of this audit. */
async function read(given: Engagement, actor: Officer | Reviewer, id: string) {
  const scope = given.as(actor);
  const span = { from: days.startsOn, until: days.endsOn };
  return {
    list: (await listAudits(scope, { state: '', page: 1 })).count,
    month: (await listSpan(scope, span)).audits.length,
    page: Number((await findAudit(scope, id)) !== undefined),
    story: Number(untold.test(JSON.stringify(await timelineOf(scope, given.applicationId)))),
  };
}
const everything = { list: 1, month: 1, page: 1, story: 1 };
const nothing = { list: 0, month: 0, page: 0, story: 0 };

describe('who is tied to a recruiter reads nothing of its audit', () => {
  test.for(['officer', 'reviewer'] as const)(
    'that is unannounced before it begins: %s',
    async (who, { db, work }) => {
      const given = await anEngagement(db);
      const id = await planning(given, 'unannounced');
      await work();
      expect(await read(given, given[who], id)).toEqual(everything);
      await tied(given, id, given[who]);
      expect(await read(given, given[who], id)).toEqual(nothing);
      const other = who === 'officer' ? given.reviewer : given.officer;
      expect(await read(given, other, id)).toEqual(everything);
      done(await startAudit(given.as(given.lead), id));
      expect(await read(given, given[who], id)).toEqual(everything);
    },
  );

  test.for([
    ['announced', everything],
    // That one comes it is told, on which days it is not.
    ['semi_announced', { ...nothing, story: 1 }],
  ] as const)('that is %s before it is told as much', async ([noticeType, then], { db, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, noticeType);
    await work();
    await tied(given, id, given.officer);
    expect(await read(given, given.officer, id)).toEqual(nothing);
    done(await notifyAudit(given.as(given.lead), id, { reason: '' }));
    expect(await read(given, given.officer, id)).toEqual(then);
  });

  test('on the officer’s desk, nor from the tie of somebody on its team, in tasks and by mail', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await anEngagement(db);
    const id = await planning(given, 'unannounced');
    const { officer, reviewer, lead } = given;
    const free = await aPerson(db, { id: officer.organisationId, kind: 'scheme' }, 'officer');
    const desk = async (actor: Officer) => JSON.stringify(await latestEntries(given.as(actor), 100));
    await tied(given, id, officer);
    await tied(given, id, reviewer);
    expect(await desk(officer)).not.toMatch(untold);
    expect(await desk(free)).toMatch(untold);
    await work();
    mailer.sent.length = 0;
    await tied(given, id, lead);
    const fact = { actor: lead, now, subject: lead.accountId, related: [given.agency.id] };
    await db.transaction().execute((trx) => recordEvent(trx, fact, 'tie.declared', { conflicted: true }));
    await work();
    expect(mailer.sent.map(({ to }) => to)).toEqual([await addressOf(db, free.accountId)]);
    expect(await listTeamTasks(given.as(free))).toMatchObject([{ about: expect.stringMatching(/^AUD-/) }]);
    for (const who of [officer, reviewer]) expect(await listTeamTasks(given.as(who))).toEqual([]);
  });

  test('that the programme holds', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const all = { type: '', notice: '', page: 1 };
    expect((await listProgramme(given.as(given.officer), all)).count).toBeGreaterThan(0);
    await tied(given, given.auditId, given.officer);
    expect((await listProgramme(given.as(given.officer), all)).count).toBe(0);
  });
});

const addressOf = async (db: Kysely<Database>, id: string) =>
  (await db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;

describe('a member of the panel', () => {
  test('reads on its desk of no audit under way and no finding of one', async ({ db, work }) => {
    const given = await anEngagement(db);
    const id = await planning(given, 'unannounced');
    done(await startAudit(given.as(given.lead), id));
    await raised(given, id, 'critical');
    await work();
    expect(JSON.stringify(await latestEntries(given.as(given.officer), 100))).toMatch(
      /audit began.*|Finding/,
    );
    const desk = JSON.stringify(await latestEntries(given.as(given.decider), 100));
    expect(desk).not.toMatch(/[Aa]udit (scheduled|planned|began)|Finding|Declared free/);
  });

  test('reads there of an audit whose report is final', async ({ db, work }) => {
    const given = await aPackage(db, work);
    expect(JSON.stringify(await latestEntries(given.as(given.decider), 200))).toMatch(/Report final/);
  });

  test('who declared on its matter counts no finding that was not told', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const member = given.as(given.decider);
    done(await declareInterest(member, await matterOf(db, given.applicationId), noInterest));
    const of = { of: 'recruiter', id: given.agency.id } as const;
    const total = async () =>
      (await findingHeat(member, of, { from: '2020-01-01', until: '2030-01-01' }))
        .flatMap(({ cells }) => cells)
        .reduce((sum, one) => sum + one, 0);
    const before = await total();
    await happened(
      db,
      `insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade,
        state, statement, evidence, raised_at, raised_by) select '${given.auditId}', '${given.applicationId}',
        '${given.agency.id}', 99, scheme_version_id, code, 'major', 'raised', 'Not told to anybody yet.', 'Seen on paper.',
        '2026-03-01', '${given.lead.accountId}' from indicator limit 1`,
    );
    expect(await total()).toBe(before);
  });
});
