import { expect } from 'vitest';

import { keepMinors, raiseBreakdown } from '#app/features/audits/findings/breakdowns/commands.server.ts';
import { findAnswerable } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { extendFinding } from '#app/features/audits/findings/clocks/commands.server.ts';
import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { findDispute } from '#app/features/audits/findings/disputes/queries.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import type { Result } from '#app/platform/result.ts';
import {
  anEngagement,
  aPerson,
  audited,
  done,
  issued,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reason = 'The procedure itself is followed, three clerks slipped.';

/** Two send at once: one is heard, and what the other is told. */
async function refusalOfTwo(both: Promise<Result<unknown>>[]) {
  const outcomes = await Promise.all(both);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  return outcomes.find(({ ok }) => !ok);
}

const anotherReviewer = ({ db, body }: Engagement) => aPerson(db, body, 'reviewer', 'Ida Sund');

test('two answer a dispute: the second is told how it was answered, and as what', async ({ db }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  done(
    await disputeFinding(given.as(given.recruiter), finding, { statement: 'The schedule names them all.' }),
  );
  const answer = { outcome: 'kept', reason } as const;
  const people = [given.reviewer, await anotherReviewer(given)];
  expect(
    await refusalOfTwo(people.map((person) => answerDispute(given.as(person), finding, answer))),
  ).toEqual({ ok: false, refusal: 'dispute_answered' });
  expect(await findDispute(db, finding)).toMatchObject({
    ...{ outcome: 'kept', answerReason: reason, answeredAs: 'reviewer' },
  });
});

test('two give more time: the second is told who did, and why', async ({ db }) => {
  const given = await anEngagement(db);
  const { finding } = await issued(given, 'major');
  const people = [given.reviewer, await anotherReviewer(given)];
  const more = people.map((person) =>
    extendFinding(given.as(person), finding, { until: '2026-03-20', reason }),
  );
  expect(await refusalOfTwo(more)).toEqual({ ok: false, refusal: 'extended_already' });
  expect(await findFinding(given.as(given.lead), finding)).toMatchObject({
    ...{ extensionReason: reason, extendedAs: 'reviewer', extendedAt: expect.any(Date) },
  });
});

test('two answer what three minors suggest: the second still finds the page, and what was said', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { id } = await audited(given, ['minor', 'minor', 'minor']);
  const lead = given.as(given.lead);
  const major = { indicator: '1.1.2', statement: 'Nobody checks the schedules.', evidence: 'Three minors.' };
  expect(
    await refusalOfTwo([keepMinors(lead, id, '1.1', { reason }), raiseBreakdown(lead, id, '1.1', major)]),
  ).toEqual({ ok: false, refusal: 'no_breakdown' });
  expect(await findAnswerable(db, { id }, '1.1')).toMatchObject({
    ...{ suggestion: { answered: true }, said: [{ answerer: 'Anjali Rao' }], regraded: false },
  });
  expect(await findAnswerable(db, { id }, '1.2')).toBeUndefined();
});

test('a minor that was graded up meanwhile is told where too few are left', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, findings } = await audited(given, ['minor', 'minor', 'minor']);
  const [finding = ''] = findings;
  done(await proposeRegrade(given.as(given.lead), finding, { grade: 'major', reason }));
  const approved = { grade: 'major', outcome: 'approved', reason } as const;
  done(await answerRegrade(given.as(given.reviewer), finding, approved));
  expect(await keepMinors(given.as(given.lead), id, '1.1', { reason })).toEqual({
    ok: false,
    refusal: 'no_breakdown',
  });
  expect(await findAnswerable(db, { id }, '1.1')).toEqual({ suggestion: null, said: [], regraded: true });
});
