import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { disputeFinding, answerDispute } from '#app/features/audits/findings/disputes/commands.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { anEngagement, done, issued, now, type Engagement } from '#tests/support/factories/audits.ts';
import { closing, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The practice is wider than one office.';
const tied = { ok: false, refusal: 'tied_to_recruiter' };

/** The reviewer trained the recruiter some months ago. */
const advised = ({ db, reviewer, agency, officer }: Engagement) =>
  db
    .insertInto('advice')
    .values({
      ...{ account_id: reviewer.accountId, organisation_id: agency.id, kind: 'advice' },
      ...{ given_on: '2025-06-01', recorded_at: now, recorded_by: officer.accountId },
    })
    .execute();

describe('whoever is tied to the recruiter', () => {
  test('closes no grave finding, by command or by SQL', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await verified(given, finding);
    await advised(given);
    expect(await closeFinding(given.as(given.reviewer), finding, closing)).toEqual(tied);
    await expect(closed(given, finding, given.reviewer.accountId)).rejects.toThrow('has no tie');
  });

  test('answers no proposed grade and no dispute', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    done(
      await disputeFinding(given.as(given.recruiter), finding, {
        statement: 'The receipt is another firm’s.',
      }),
    );
    await advised(given);
    const kept = { outcome: 'kept', reason } as const;
    expect(await answerDispute(given.as(given.reviewer), finding, kept)).toEqual(tied);
    done(await proposeRegrade(given.as(given.lead), finding, { grade: 'minor', reason }));
    const answer = { grade: 'minor', outcome: 'dismissed', reason } as const;
    expect(await answerRegrade(given.as(given.reviewer), finding, answer)).toEqual(tied);
    const by = { answer_reason: reason, answered_at: now, answered_by: given.reviewer.accountId };
    await expect(
      db
        .updateTable('finding_regrade')
        .set({ outcome: 'dismissed', ...by })
        .execute(),
    ).rejects.toThrow('without a tie');
    await expect(
      db
        .updateTable('finding_dispute')
        .set({ outcome: 'kept', ...by })
        .execute(),
    ).rejects.toThrow('without a tie');
  });
});

test('a grave finding is closed by a reviewer of the audit body, not by the recruiter or an officer', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  await verified(given, finding);
  for (const { accountId } of [given.recruiter, given.officer])
    await expect(closed(given, finding, accountId)).rejects.toThrow('who was not at the audit');
  await closed(given, finding, given.reviewer.accountId);
});

test('a fee that workers paid is never called an observation', async ({ db }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  await sql`alter table finding disable trigger finding_harm_stands`.execute(db);
  await db.updateTable('finding').set({ harm: 'other' }).where('id', '=', finding).execute();
  await sql`alter table finding enable trigger finding_harm_stands`.execute(db);
  expect(await proposeRegrade(given.as(given.lead), finding, { grade: 'observation', reason })).toEqual({
    ok: false,
    refusal: 'harm_is_no_observation',
  });
  await expect(
    db.updateTable('finding').set({ grade: 'observation' }).where('id', '=', finding).execute(),
  ).rejects.toThrow('finding_harm_is_graded');
});

const closed = ({ db }: Engagement, id: string, closedBy: string) =>
  db
    .updateTable('finding')
    .set({ state: 'closed', closed_at: now, closed_by: closedBy, closing_words: closing.words })
    .where('id', '=', id)
    .execute();
