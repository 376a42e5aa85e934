import { sql } from 'kysely';
import { expect } from 'vitest';

import { findApplication } from '#app/features/applications/queries.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { declareFirst } from '#app/features/certificates/decisions/declare-first.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import {
  aPackage,
  grant,
  matterOf,
  noInterest,
  suspension,
  vote,
  type DecisionPackage,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

/** A finding of the package, closed. */
async function aFinding({ db, auditId, lead }: DecisionPackage) {
  const id = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, verified_at, verified_by,
        verification_method, closed_at, closed_by)
      select ${id}, id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'minor', 'closed', 'No payee is named.',
        'Seen on paper.', now(), ${lead.accountId}::uuid, now(), '2026-04-01', '2026-08-01', now(), ${lead.accountId}::uuid, 'desk',
        now(), ${lead.accountId}::uuid from audit where id = ${auditId}`.execute(one),
  );
  return id;
}

/** What this person reads of the package: application, audit, finding. */
async function reads(given: DecisionPackage, findingId: string, person = given.decider) {
  const scope = given.as(person);
  const found = await Promise.all([
    findApplication(scope, given.applicationId),
    findAudit(scope, given.auditId),
    findFinding(scope, findingId),
  ]);
  return found.map((record) => record !== undefined);
}

const everything = [true, true, true];
const nothing = [false, false, false];

test('a member of the panel reads of an application only once it declared to be free, and is led to where it does', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const finding = await aFinding(given);
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  expect(await reads(given, finding)).toEqual(nothing);
  for (const [of, record] of [
    ['application', given.applicationId],
    ['audit', given.auditId],
    ['finding', finding],
  ] as const) {
    const led = declareFirst(scope, of, record);
    await expect(led).rejects.toSatisfy(
      (answer: Response) => answer.headers.get('Location') === `/scheme/decisions/${id}`,
    );
    expect(await declareFirst(given.as(given.officer), of, record)).toBeNull();
  }
  expect(await declareFirst(scope, 'audit', 'anything')).toBeNull();
  done(await declareInterest(scope, id, noInterest));
  expect(await reads(given, finding)).toEqual(everything);
  done(await declareInterest(scope, id, { ...noInterest, conflicted: true }));
  expect(await reads(given, finding)).toEqual(nothing);
});

test('declares anew for each matter, and another member for itself', async ({ db, work }) => {
  const given = await aPackage(db, work);
  const finding = await aFinding(given);
  const scheme = { id: given.decider.organisationId, kind: 'scheme' as const };
  const other = await aPerson(db, scheme, 'decider', 'Another Decider');
  done(await vote(given.as(given.decider), given.applicationId, grant));
  await work();
  expect(await reads(given, finding)).toEqual(everything);
  expect(await reads(given, finding, other)).toEqual(nothing);
  const { id: certificateId } = await db.selectFrom('certificate').select('id').executeTakeFirstOrThrow();
  done(await suspendCertificate(given.as(given.officer), certificateId, suspension));
  await aReadyAudit({ db, certificateId }, 'follow_up', '2026-04-10');
  await work();
  expect(await reads(given, finding)).toEqual(nothing);
  const later = { db, actor: given.decider, now: new Date('2026-04-11T09:00:00Z') };
  done(await declareInterest(later, await matterOf(db, given.applicationId), noInterest));
  expect(await reads(given, finding)).toEqual(everything);
});

test('of an audit under way no member of the panel learns, whatever it declared', async ({ db, work }) => {
  const given = await aPackage(db, work);
  done(await vote(given.as(given.decider), given.applicationId, grant));
  await work();
  const { id: certificateId } = await db.selectFrom('certificate').select('id').executeTakeFirstOrThrow();
  const planned = await aReadyAudit({ db, certificateId }, 'surveillance', '2026-09-10');
  await pastRules(db, (one) =>
    sql`update audit set state = 'planned', notice_type = 'unannounced', started_at = null, fieldwork_done_at = null,
      reported_at = null, reported_by = null, reviewed_at = null, reviewed_by = null where id = ${planned}`.execute(
      one,
    ),
  );
  expect(await findAudit(given.as(given.decider), given.auditId)).toBeDefined();
  expect(await findAudit(given.as(given.decider), planned)).toBeUndefined();
});
