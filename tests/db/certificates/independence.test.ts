import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  vote,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { advice, happened, member, parts, rawVote, tie, type Part } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

/**
 * Whoever had a part in what the panel decides on, tried by page query, command and SQL. Each is a member of the panel
 * who declared to be free before the part they had came to light.
 */
const day = '2026-03-01';

async function declared(given: DecisionPackage) {
  const scope = given.as(given.decider);
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  return { scope, id, ballot: await ballotOn(scope, id, grant) };
}

describe('does not vote', () => {
  test.for(parts)('%s', async ([, bar, part], { db, work }) => {
    const given = await aPackage(db, work);
    const { scope, id, ballot } = await declared(given);
    await happened(db, part({ ...given, day }, given.decider.accountId));
    expect(await findPackage(scope, id)).toMatchObject({ refusal: bar, contents: undefined });
    expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: bar });
    await expect(rawVote(id, { person: given.decider.accountId, day }).execute(db)).rejects.toThrow(
      `does not decide: ${bar}`,
    );
    expect(await db.selectFrom('decision_vote').select('id').execute()).toEqual([]);
  });

  test('a member who declared a conflict on this matter', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const { scope, id, ballot } = await declared(given);
    done(await declareInterest(scope, id, { ...noInterest, conflicted: true }));
    expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: 'conflict_declared' });
    await expect(rawVote(id, { person: given.decider.accountId, day }).execute(db)).rejects.toThrow(
      'conflict_declared',
    );
  });

  test('a member who declared nothing, nor somebody who is no member', async ({ db, work }) => {
    const given = await aPackage(db, work);
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    const undeclared = await castVote(scope, id, await ballotOn(scope, id, grant));
    expect(undeclared).toEqual({ ok: false, refusal: 'declare_first' });
    await expect(rawVote(id, { person: given.decider.accountId, day }).execute(db)).rejects.toThrow(
      'declares to have no conflict',
    );
    await expect(rawVote(id, { person: given.officer.accountId, day }).execute(db)).rejects.toThrow(
      'by the decision panel',
    );
  });
});

const longAgo: [string, Part][] = [
  ['advice', advice(0)],
  ['a tie that ended', tie(0)],
];
test.for(longAgo)('%s is forgotten after two years', async ([, part], { db, work }) => {
  const given = await aPackage(db, work);
  await happened(db, part({ ...given, day }, given.decider.accountId));
  expect(await vote(given.as(given.decider), given.applicationId, grant)).toMatchObject({ ok: true });
});

test('whoever voted does not join the audit afterwards', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const join = sql.raw(member('auditor')({ ...given, day }, given.decider.accountId));
  await expect(join.execute(db)).rejects.toThrow('whoever decided does not join the audit');
});
