import { expect } from 'vitest';

import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, ballotOn, grant, matterOf, refusal } from '#tests/support/factories/certificates.ts';
import { anOpenAudit } from '#tests/support/factories/matters.ts';
import { cases, on, voteOn } from '#tests/support/factories/panel-again.ts';
import { test } from '#tests/support/test.ts';

test('no renewal is granted over a minor finding without its plan: the panel reads why, and may refuse', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { day, open } = cases.recertification;
  await open(given);
  await work();
  const special = await anOpenAudit(given, 'special');
  const minor = {
    ...{ grade: 'minor' as const, statement: 'One contract of twelve was not signed.' },
    evidence: 'Contract 7 of the sample, seen on paper.',
    gradingReasons: 'It was signed while we were there.',
  };
  done(await raiseFinding({ db, actor: given.lead, now: on(day) }, special, '2.1.1', minor));

  const member = { actor: given.decider, day };
  expect(await voteOn(given, member, grant)).toEqual({ ok: false, refusal: 'grave_findings_open' });
  expect(await db.selectFrom('certification_decision').select('id').execute()).toHaveLength(1);

  const scope = { db, actor: given.decider, now: on(day) };
  const id = await matterOf(db, given.applicationId);
  expect((await castVote(scope, id, await ballotOn(scope, id, refusal))).ok).toBe(true);
});
