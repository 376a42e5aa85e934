import { expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { feedOf } from '#app/features/audits/programme/feed/feed.server.ts';
import { listLines } from '#app/features/audits/programme/feed/lines.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import type { Auditor, Officer, Recruiter, Reviewer } from '#app/platform/scope.ts';
import { readFeed } from '#tests/support/calendar-program.ts';
import {
  cancelling,
  anEngagement,
  aPerson,
  aPlace,
  approved,
  done,
  noConflict,
  notified,
  plan,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

type Reader = Auditor | Reviewer | Officer | Recruiter;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const reason = { reason: 'The office is being moved in these very days.' };

/** What somebody's calendar program reads on a day, of one line where an id is named. */
async function read({ db }: Pick<Engagement, 'db'>, actor: Reader, day: string, id = '') {
  const span = { from: '2025-01-01', until: '2029-12-31' };
  const lines = await listLines({ db, actor, now: at(day) }, span);
  return readFeed(feedOf(lines, 'https://scheme.example')).filter(({ uid }) => uid.includes(id));
}

const firstEntry = ({ db, certificateId }: Awaited<ReturnType<typeof aCertificate>>, type: string) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['id', 'due_on'])
    .where('certificate_id', '=', certificateId)
    .where('type', '=', type)
    .orderBy('due_on')
    .executeTakeFirstOrThrow();

test('an audit that was told and is postponed is struck out on its old days, whatever is planned since', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { recruiter, officer, colleague } = given;
  const on = (day: string) => ({ db, actor: given.lead, now: at(day) });
  const id = await notified(given, 'stage1');
  const told = await read(given, recruiter, '2026-03-01', id);
  expect(told).toMatchObject([{ status: 'CONFIRMED', from: '20260301', until: '20260304' }]);
  done(await askPostponement({ ...on('2026-03-01'), actor: recruiter }, id, reason));
  done(await acceptPostponement({ db, actor: given.lead, now: new Date('2026-03-01T10:00:00Z') }, id));
  const struck = await read(given, recruiter, '2026-03-02', id);
  expect(struck).toMatchObject([{ status: 'CANCELLED', from: '20260301', uid: told[0]?.uid }]);
  expect(struck[0]?.sequence).toBeGreaterThan(told[0]?.sequence ?? 0);
  expect(await read(given, officer, '2026-03-02', id)).toMatchObject([{ status: 'CANCELLED' }]);

  done(await planAudit(on('2026-03-03'), id, { ...plan, startsOn: '2026-04-07', endsOn: '2026-04-09' }));
  expect(await read(given, recruiter, '2026-03-04', id)).toEqual(struck);
  const planned = await read(given, officer, '2026-03-04', id);
  expect(planned).toMatchObject([{ status: 'CONFIRMED', from: '20260407' }]);
  expect(planned[0]?.sequence).toBeGreaterThan(struck[0]?.sequence ?? 0);
  // It never was this one's: neither what stood nor what is struck out.
  expect(await read(given, colleague, '2026-03-04', id)).toEqual([]);

  done(await notifyAudit(on('2026-03-05'), id, reason));
  const again = await read(given, recruiter, '2026-03-06', id);
  expect(again).toMatchObject([{ status: 'CONFIRMED', from: '20260407', uid: told[0]?.uid }]);
  expect(again[0]?.sequence).toBeGreaterThan(planned[0]?.sequence ?? 0);
  done(await cancelAudit(on('2026-03-10'), id, cancelling));
  expect(await read(given, recruiter, '2026-06-08', id)).toMatchObject([{ status: 'CANCELLED' }]);
  expect(await read(given, recruiter, '2026-06-09', id)).toEqual([]);
  expect(await read(given, officer, '2026-06-09', id)).toEqual([]);
});

test('who is tied to the recruiter reads the days it was told struck out, never those planned since', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { officer, agency, lead, recruiter } = given;
  const id = await notified(given, 'stage1');
  const advice = {
    ...{ account_id: officer.accountId, organisation_id: agency.id, kind: 'training' },
    ...{ given_on: '2026-02-01', recorded_at: at('2026-03-01'), recorded_by: officer.accountId },
  };
  await db.insertInto('advice').values(advice).execute();
  expect(await read(given, officer, '2026-03-01', id)).toMatchObject([{ status: 'CONFIRMED' }]);
  done(await askPostponement({ db, actor: recruiter, now: at('2026-03-01') }, id, reason));
  done(await acceptPostponement({ db, actor: lead, now: at('2026-03-01') }, id));
  const anew = { ...plan, startsOn: '2026-04-07', endsOn: '2026-04-09' };
  done(await planAudit({ db, actor: lead, now: at('2026-03-03') }, id, anew));
  expect(await read(given, officer, '2026-03-04', id)).toMatchObject([
    { status: 'CANCELLED', from: '20260301' },
  ]);
});

test('an unannounced audit that is cancelled is struck out for those who could read it, and for nobody else', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const entry = await firstEntry(given, 'surveillance');
  const lead = { db, actor: given.lead, now: at('2027-01-15') };
  const open = await read(given, given.lead, '2027-01-14', entry.id);
  expect(open).toMatchObject([{ status: 'TENTATIVE' }]);
  const { id } = done(await scheduleProgrammeAudit(lead, entry.id, { colleagues: [] }));
  const scheduled = await read(given, given.lead, '2027-01-16', entry.id);
  expect(scheduled).toMatchObject([{ status: 'CANCELLED', uid: open[0]?.uid, from: open[0]?.from }]);
  expect(scheduled[0]?.sequence).toBeGreaterThan(open[0]?.sequence ?? 0);
  done(await declareConflict(lead, id, noConflict));
  done(await planSample(lead, id, fewWorkers));
  done(await calculateDays(lead, id, smallAgency));
  const days = { startsOn: '2027-02-02', endsOn: '2027-02-04' };
  done(await planAudit(lead, id, { ...plan, ...days, noticeType: 'unannounced' }));
  done(await cancelAudit({ ...lead, now: at('2027-01-20') }, id, cancelling));
  for (const actor of [given.lead, given.reviewer, given.officer])
    expect(await read(given, actor, '2027-01-21', id)).toMatchObject([{ status: 'CANCELLED' }]);
  const reopened = await read(given, given.lead, '2027-01-21', entry.id);
  expect(reopened).toMatchObject([{ status: 'TENTATIVE', uid: open[0]?.uid }]);
  expect(reopened[0]?.sequence).toBeGreaterThan(scheduled[0]?.sequence ?? 0);
  expect(await read(given, given.colleague, '2027-01-21', id)).toEqual([]);
  for (const hidden of [id, entry.id])
    expect(await read(given, given.recruiter, '2027-01-21', hidden)).toEqual([]);
});

test('last days of a certificate that ended are struck out for ninety days; the recruiter reads its own alone', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const surveillance = await firstEntry(given, 'surveillance');
  const recertification = await firstEntry(given, 'recertification');
  const ended = {
    reasonClass: 'fraud' as const,
    note: 'The receipts that were shown to the team are forged.',
  };
  done(
    await withdrawCertificate(
      { db, actor: given.officer, now: at('2026-04-01') },
      given.certificateId,
      ended,
    ),
  );
  await work();
  for (const id of [surveillance.id, recertification.id])
    expect(await read(given, given.officer, '2026-04-02', id)).toMatchObject([{ status: 'CANCELLED' }]);
  const own = await read(given, given.recruiter, '2026-04-02', 'entry-');
  expect(own.map(({ uid }) => uid)).toEqual([`entry-${recertification.id}@scheme.example`]);
  expect(await read(given, given.officer, '2026-06-30', 'entry-')).not.toEqual([]);
  expect(await read(given, given.officer, '2026-07-01', 'entry-')).toEqual([]);
});

test('an order that goes on with another body is struck out for the one of before, which reads nothing later', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const cause = { type: 'special', trigger: 'critical_complaint', noticeType: 'unannounced' } as const;
  const grounds = 'Two workers wrote that their passports were taken.';
  const order = { ...cause, grounds, dueOn: '2026-09-01' };
  const { id } = done(await orderAudit(given.as(given.officer), given.certificateId, order));
  expect(await read(given, given.reviewer, '2026-03-01', id)).toMatchObject([{ status: 'TENTATIVE' }]);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  const newReviewer: Reviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
  const auditor: Auditor = await aPerson(db, other, 'auditor', 'Tomas Reis');
  await approved(db, other.id, given.officer);
  done(await askForTransfer(given.as(given.recruiter), { body: other.id, grounds: order.grounds }));
  const [task] = await listTransferTasks(given.as(newReviewer));
  const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
  done(await reviewed(given.as(newReviewer), task?.id ?? '', answer));
  await work();
  const struck = await read(given, given.reviewer, '2026-03-02', id);
  expect(struck).toMatchObject([{ status: 'CANCELLED', from: '20260901' }]);
  expect(await read(given, auditor, '2026-03-02', id)).toMatchObject([{ status: 'TENTATIVE' }]);
  done(await scheduleProgrammeAudit({ db, actor: auditor, now: at('2026-03-20') }, id, { colleagues: [] }));
  expect(await read(given, given.reviewer, '2026-03-21', id)).toEqual(struck);
  expect(await read(given, given.recruiter, '2026-03-21', id)).toEqual([]);
});
