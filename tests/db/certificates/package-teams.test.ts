import { sql } from 'kysely';
import { expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { aPerson, done, now } from '#tests/support/factories/audits.ts';
import {
  aPackage,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const tie = 'Their sister works for the recruiter.';
const objection = 'He worked for our competitor until last month.';
const dismissal = 'That agency is no competitor of yours.';
const gap = 'A union’s interpreter for Tagalog comes along.';

/** One member was taken off for a tie, another stayed whom the recruiter objected to, and nobody spoke a language. */
async function changed({ db, auditId, lead, colleague, reviewer, recruiter }: DecisionPackage) {
  const objectionId = crypto.randomUUID();
  await pastRules(db, async (one) => {
    await sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
      values (${auditId}, ${colleague.accountId}, 'auditor', ${now}, ${tie}, ${reviewer.accountId})`.execute(
      one,
    );
    await sql`insert into audit_objection (id, audit_id, account_id, reasons, raised_at, raised_by, answer_by)
      values (${objectionId}, ${auditId}, ${lead.accountId}, ${objection}, ${now}, ${recruiter.accountId}, ${now}::date)`.execute(
      one,
    );
    await sql`insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
      values (${objectionId}, 'dismissed', ${dismissal}, ${now}, ${reviewer.accountId})`.execute(one);
    await sql`insert into audit_team_gap (audit_id, languages, sectors, reason, given_at, given_by)
      values (${auditId}, '{tl}', '{}', ${gap}, ${now}, ${lead.accountId})`.execute(one);
  });
}

test('the panel reads who left a team and why, what was objected to, and what nobody covered', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  expect((await findPackage(scope, id))?.contents?.teams).toEqual({
    departures: [],
    objections: [],
    notCovered: [],
  });
  await changed(given);
  const { auditId } = given;
  expect((await findPackage(scope, id))?.contents?.teams).toMatchObject({
    departures: [{ auditId, name: 'Bo Ek', role: 'auditor', reason: tie }],
    objections: [{ auditId, name: 'Anjali Rao', outcome: 'dismissed', answer: dismissal }],
    notCovered: [{ auditId, languages: ['tl'], sectors: [], reason: gap, givenBy: 'Anjali Rao' }],
  });
});

test('what became known of a team after the page was opened is read before the vote, and kept with it', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const ballot = await ballotOn(scope, id, grant);
  await changed(given);
  expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: 'package_changed' });
  done(await castVote(scope, id, await ballotOn(scope, id, grant)));
  const { content } = await db.selectFrom('decision_package').select('content').executeTakeFirstOrThrow();
  for (const words of [tie, objection, dismissal, gap]) expect(content).toContain(words);
});

test('who left the team of another audit is no part of the package', async ({ db, work }) => {
  const given = await aPackage(db, work);
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const elsewhere = await aPerson(db, given.body, 'auditor', 'Elsewhere Auditor');
  await pastRules(db, (one) =>
    sql`insert into audit_team_departure (audit_id, account_id, role, left_at, reason, decided_by)
      values (${crypto.randomUUID()}, ${elsewhere.accountId}, 'auditor', ${now}, ${tie}, ${given.lead.accountId})`.execute(
      one,
    ),
  );
  const before = await ballotOn(scope, id, grant);
  expect((await findPackage(scope, id))?.contents?.teams.departures).toEqual([]);
  done(await castVote(scope, id, before));
});
