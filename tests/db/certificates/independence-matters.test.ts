import { sql } from 'kysely';
import { expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  ballotOn,
  grant,
  matterOf,
  noInterest,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { cases, type Held } from '#tests/support/factories/panel-again.ts';
import { happened, parts, rawVote, type Part } from '#tests/support/factories/parts.ts';
import { test } from '#tests/support/test.ts';

/** The person who put the matter before the panel, or reviewed the request it is about. */
const putBy =
  (id: string): Part =>
  (_given, person) => `
    update decision_matter set asked_by = '${person}' where id = '${id}' and asked_by is not null;
    update certificate_scope_request set reviewed_by = '${person}' where id = (select request_id from decision_matter where id = '${id}')`;

/** One more member of the panel, who declared to be free before the part they had came to light. */
async function tried(
  given: Held,
  id: string,
  { day, part, bar }: { day: string; part: Part; bar: string },
  auditId: string,
) {
  const { db, decider } = given;
  const panel = { id: decider.organisationId, kind: 'scheme' as const };
  const person = await aPerson(db, panel, 'decider');
  const scope = { db, actor: person, now: new Date(`${day}T09:00:00Z`) };
  done(await declareInterest(scope, id, noInterest));
  const ballot = await ballotOn(scope, id, grant);
  await happened(db, part({ ...given, auditId, day }, person.accountId));
  expect(await findPackage(scope, id)).toMatchObject({ refusal: bar, contents: undefined });
  expect(await castVote(scope, id, ballot)).toEqual({ ok: false, refusal: bar });
  await expect(rawVote(id, { person: person.accountId, day }).execute(db)).rejects.toThrow(
    `does not decide: ${bar}`,
  );
}

test.for(Object.entries(cases))(
  'of a %s nobody votes who had a part in it, in this cycle or before, by page, command and SQL',
  async ([kind, { day, open }], { db, work }) => {
    const given = await aCertificate(db, work);
    const auditId = await open(given, work);
    await work();
    const id = await matterOf(db, given.applicationId);
    const audits = auditId ? [given.auditId, auditId] : [given.auditId];
    for (const audit of audits)
      for (const [, bar, part] of parts.filter(
        // What belongs to the application and not to an audit is tried once.
        ([, reason]) => audit === given.auditId || reason !== 'application_reviewed_by_you',
      ))
        await tried(given, id, { day, part, bar }, audit);
    if (kind === 'lift' || kind === 'scope_extension')
      await tried(given, id, { day, part: putBy(id), bar: 'put_by_you' }, given.auditId);
    const votes = await db.selectFrom('decision_vote').select('id').where('matter_id', '=', id).execute();
    expect(votes).toEqual([]);
  },
);

test.for(Object.entries(cases))(
  'on a %s nobody votes who declared nothing or is no member, and a free member does',
  async ([, { day, open }], { db, work }) => {
    const given = await aCertificate(db, work);
    await open(given, work);
    await work();
    const id = await matterOf(db, given.applicationId);
    const scope = { db, actor: given.decider, now: new Date(`${day}T09:00:00Z`) };
    const person = given.decider.accountId;
    expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toEqual({
      ok: false,
      refusal: 'declare_first',
    });
    await expect(rawVote(id, { person, day }).execute(db)).rejects.toThrow('declares to have no conflict');
    for (const other of [given.officer, given.lead, given.reviewer, given.recruiter])
      await expect(rawVote(id, { person: other.accountId, day }).execute(db)).rejects.toThrow(
        'by the decision panel',
      );
    done(await declareInterest(scope, id, noInterest));
    expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toMatchObject({ ok: true });
  },
);

test('whoever decided on a certificate does not join its audits afterwards, whatever was decided', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const auditId = await aReadyAudit(given, 'recertification', '2028-10-01');
  await pastRules(db, (one) => sql`delete from certification_decision`.execute(one));
  const join = sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${given.decider.accountId}::uuid, 'technical_expert', now())`;
  await expect(join.execute(db)).rejects.toThrow('whoever decided does not join the audit');
});
