import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  confirmDecision,
  proposeDecision,
  sendDecisionBack,
} from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { listCertificateAppealTasks } from '#app/features/certificates/appeals/tasks.server.ts';
import { anAppeal, aSecond, dismissed, historyOf, upheld } from '#tests/support/factories/appeals.ts';
import { done } from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const reasons = 'Say where in the receipts the agency is named.';
const rawDecision = (person: string) => sql`update certificate_appeal set outcome = 'upheld',
  reasons = ${upheld.reasons}, decided_by = ${person}::uuid, decided_at = now()`;
const rawStay = (person: string) => sql`update certificate_appeal set stay = 'granted',
  stay_reasons = 'Twenty letters at the least', stay_decided_by = ${person}::uuid, stay_decided_at = now()`;
const rawProposal = (person: string, round: number) => sql`insert into certificate_appeal_proposal
    (appeal_id, round, outcome, reasons, proposed_by, proposed_at)
  select id, ${round}::integer, 'dismissed', 'Twenty letters at the least', ${person}::uuid, now() from certificate_appeal`;
const rawAnswer = (person: string) => sql`update certificate_appeal_proposal set answer = 'confirmed',
  answered_by = ${person}::uuid, answered_at = now() where answer is null`;

test('two who had no part in it decide: proposed, sent back, proposed anew, confirmed in the same words', async ({
  db,
  work,
  mailer,
}) => {
  const given = await anAppeal(db, work);
  const { judge, appealId } = given;
  const second = await aSecond(judge, appealId);
  await work();
  mailer.sent.length = 0;
  done(await proposeDecision(judge, appealId, dismissed));
  expect(await proposeDecision(second, appealId, upheld)).toEqual(no('proposal_waits'));
  expect(await confirmDecision(judge, appealId, { round: 1 })).toEqual(no('own_proposal'));
  expect(await sendDecisionBack(judge, appealId, { round: 1, reasons })).toEqual(no('own_proposal'));
  const desks = [await listCertificateAppealTasks(judge), await listCertificateAppealTasks(second)];
  expect(desks.map((desk) => desk.some(({ what }) => what.startsWith('Confirm')))).toEqual([false, true]);
  await work();
  expect(mailer.sent.filter(({ subject }) => subject.includes('to confirm')).length).toBeGreaterThan(0);
  done(await sendDecisionBack(second, appealId, { round: 1, reasons }));
  expect(await confirmDecision(second, appealId, { round: 1 })).toEqual(no('no_proposal'));
  done(await proposeDecision(judge, appealId, upheld));
  expect(await confirmDecision(second, appealId, { round: 1 })).toEqual(no('another_proposal'));
  expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended']);
  done(await confirmDecision(second, appealId, { round: 2 }));
  expect(await historyOf(db)).toEqual(['issued active', 'suspended suspended', 'upheld active']);
  expect(await findCertificateAppeal(judge, appealId)).toMatchObject({
    ...{ outcome: 'upheld', proposed: undefined, texts: { reasons: upheld.reasons } },
    proposals: [
      { round: 2, outcome: 'upheld', answer: 'confirmed', author: 'Ines Costa', second: 'Luca Marin' },
      { round: 1, outcome: 'dismissed', answer: 'sent_back', answerReasons: reasons, own: true },
    ],
  });
});

test('what somebody proposed who is tied by now is sent back, and not confirmed', async ({ db, work }) => {
  const given = await anAppeal(db, work);
  const { judge, appealId, agency } = given;
  const second = await aSecond(judge, appealId);
  done(await proposeDecision(judge, appealId, dismissed));
  await pastRules(db, (one) =>
    sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${judge.actor.accountId}, ${agency.id}, 'kinship', 'A cousin runs the branch.', '2020-01-01', now())`.execute(
      one,
    ),
  );
  expect(await confirmDecision(second, appealId, { round: 1 })).toEqual(no('proposer_not_free'));
  done(await sendDecisionBack(second, appealId, { round: 1, reasons }));
});

describe('the database refuses', () => {
  test('a proposal of the holder, a second one at once, one’s own confirmed, or anything rewritten', async ({
    db,
    work,
  }) => {
    const given = await anAppeal(db, work);
    const { judge, appealId } = given;
    const by = judge.actor.accountId;
    await expect(rawProposal(given.recruiter.accountId, 1).execute(db)).rejects.toThrow('by the scheme');
    await expect(rawProposal(by, 2).execute(db)).rejects.toThrow('follows the one before');
    done(await proposeDecision(judge, appealId, dismissed));
    await expect(rawProposal(by, 2).execute(db)).rejects.toThrow('certificate_appeal_proposal_open');
    await expect(rawAnswer(by).execute(db)).rejects.toThrow('certificate_appeal_proposal_of_two');
    const second = await aSecond(judge, appealId);
    await expect(rawAnswer(second.actor.accountId).execute(db)).rejects.toThrow('is decided with it');
    for (const [statement, says] of [
      [`update certificate_appeal_proposal set reasons = reasons || ' And more.'`, 'stands as it is'],
      [`delete from certificate_appeal_proposal`, 'append-only'],
      [`truncate certificate_appeal_proposal`, 'append-only'],
    ] as const)
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(says);
  });

  test('an outcome, or a stay, that the certificate does not follow', async ({ db, work }) => {
    const given = await anAppeal(db, work);
    const person = given.judge.actor.accountId;
    const alone = rawDecision(person).execute(db);
    await expect(alone).rejects.toThrow('one proposes, another confirms');
    const { appealId } = given;
    const { round } = done(await proposeDecision(given.judge, appealId, upheld));
    const second = await aSecond(given.judge, appealId);
    const at = { answered_by: second.actor.accountId, answered_at: second.now };
    const both = db.transaction().execute(async (trx) => {
      const confirmed = { answer: 'confirmed', ...at };
      await trx
        .updateTable('certificate_appeal_proposal')
        .set(confirmed)
        .where('round', '=', round)
        .execute();
      const decided = { ...upheld, decided_by: at.answered_by, decided_at: at.answered_at };
      await trx.updateTable('certificate_appeal').set(decided).where('id', '=', appealId).execute();
    });
    await expect(both).rejects.toThrow('does not follow it');
    await expect(rawStay(person).execute(db)).rejects.toThrow('does not follow it');
  });
});
