import { sql } from 'kysely';
import { expect } from 'vitest';

import {
  abortAudit,
  closeAbandoned,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import type { Officer, Reviewer } from '#app/platform/scope.ts';
import {
  anEngagement,
  done,
  fieldwork,
  notified,
  reported,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

/** What officers and reviewers do to an audit outside the vote; whoever is tied to its recruiter does none of it. */
type Hand = {
  who: 'officer' | 'reviewer';
  /** Brings the audit there; gives what is acted on. */
  ready: (given: Engagement) => Promise<{ id: string; about?: string }>;
  act: (given: Engagement, of: { id: string; about?: string }) => Promise<{ ok: boolean }>;
  refusal: string;
  raw: (of: { id: string; about?: string }, person: string) => string;
  says: string;
};
const reason = { reason: 'Seven days of notice were given, and nobody opened.' };
const dismissed = { outcome: 'dismissed' as const, reasons: 'That agency is no competitor of yours.' };

async function objected(given: Engagement) {
  const id = await notified(given, 'stage1');
  const form = { member: given.lead.accountId, reasons: 'She worked for our competitor.' };
  return { id, about: done(await objectToMember(given.as(given.recruiter), id, form)).id };
}
async function refused(given: Engagement) {
  const id = await notified(given, 'stage1');
  done(await recordRefusal(given.as(given.lead), id, reason));
  return { id };
}
async function brokenOff(given: Engagement) {
  const id = await fieldwork(given);
  done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note: reason.reason }));
  return { id };
}

const answers = (who: Hand['who']): Hand => ({
  who,
  ready: objected,
  act: (given, { id, about = '' }) => answerObjection(given.as(given[who]), id, about, dismissed),
  refusal: 'answerer_tied',
  raw: (
    { about },
    person,
  ) => `insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
    values ('${about}', 'dismissed', 'Not of any weight at all.', '2026-03-01T09:00:00Z', '${person}')`,
  says: 'nobody with a tie to the recruiter answers its objection',
});
const follows = (ready: Hand['ready']): Hand => ({
  who: 'officer',
  ready,
  act: (given, { id }) => closeAbandoned(given.as(given.officer), id, reason),
  refusal: 'tied_officer',
  raw: ({ id }, person) => `update audit set state = 'closed', closed_at = '2026-03-01T09:00:00Z',
    follow_up_note = 'Nothing follows.', followed_up_by = '${person}' where id = '${id}'`,
  says: 'an officer without a tie',
});
const hands: Record<string, Hand> = {
  'an officer answers an objection to the team': answers('officer'),
  'a reviewer answers an objection to the team': answers('reviewer'),
  'an officer says what follows from a refused audit': follows(refused),
  'an officer says what follows from an audit that was broken off': follows(brokenOff),
  'a reviewer sends a report back': {
    who: 'reviewer',
    ready: (given) => reported(given, ['minor']),
    act: (given, { id }) => returnReport(given.as(given.reviewer), id, reason),
    refusal: 'reviewer_tied',
    raw: ({ id }, person) => `update audit set state = 'report_draft', review_note = 'Which payee?',
      returned_at = '2026-03-01T09:00:00Z', returned_by = '${person}' where id = '${id}'`,
    says: 'neither on the team nor tied',
  },
  'a reviewer approves a report': {
    who: 'reviewer',
    ready: (given) => reported(given, ['minor']),
    act: (given, { id }) => approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }),
    refusal: 'reviewer_tied',
    raw: ({ id }, person) => `update audit set state = 'report_final', reviewed_at = '2026-03-01T09:00:00Z',
      reviewed_by = '${person}' where id = '${id}'`,
    says: 'nobody with a tie to the recruiter reviews its report',
  },
};

test.for(Object.entries(hands))('%s, and nobody who is tied', async ([, hand], { db }) => {
  const given = await anEngagement(db);
  const of = await hand.ready(given);
  const person: Officer | Reviewer = given[hand.who];
  const where = { ...given, auditId: of.id, day: '2026-03-01' };
  const state = () => db.selectFrom('audit').select(['id', 'state']).orderBy('id').execute();
  const before = await state();
  await happened(db, tie()(where, person.accountId));
  expect(await hand.act(given, of)).toEqual({ ok: false, refusal: hand.refusal });
  await expect(sql.raw(hand.raw(of, person.accountId)).execute(db)).rejects.toThrow(hand.says);
  expect(await state()).toEqual(before);
  await happened(db, 'delete from interest_declaration');
  expect(await hand.act(given, of)).toMatchObject({ ok: true });
});

test('who answered is written down with the answer, at no other time and by no other hand', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id } = await refused(given);
  const forged = [
    [`followed_up_by = '${given.officer.accountId}'`, 'written down with the answer'],
    [`returned_at = now(), returned_by = '${given.reviewer.accountId}'`, 'written down with the answer'],
    [`state = 'closed', closed_at = now()`, 'an officer without a tie'],
    [
      `state = 'closed', closed_at = now(), followed_up_by = '${given.reviewer.accountId}'`,
      'an officer without a tie',
    ],
  ] as const;
  for (const [change, says] of forged)
    await expect(sql.raw(`update audit set ${change} where id = '${id}'`).execute(db)).rejects.toThrow(says);
  done(await closeAbandoned(given.as(given.officer), id, reason));
  expect(
    await db.selectFrom('audit').select('followed_up_by').where('id', '=', id).executeTakeFirst(),
  ).toEqual({ followed_up_by: given.officer.accountId });
});
