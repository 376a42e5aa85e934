import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { findApplication } from '#app/features/applications/queries.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { findDocument, findKept } from '#app/features/documents/queries.server.ts';
import { listNetworkOf } from '#app/features/network/lists.server.ts';
import type { Auditor, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, anEngagement, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aDocument } from '#tests/support/factories/documents.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

/** A certificate another body is asked to take over, and two documents of its holder: one was used in the audit. */
async function asked(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const holder = given.as(given.recruiter);
  const [used, unused] = [await aDocument(holder), await aDocument(holder, 'b')];
  const { scheme_version_id, code } = await db
    .selectFrom('indicator')
    .select(['scheme_version_id', 'code'])
    .limit(1)
    .executeTakeFirstOrThrow();
  const named = { audit_id: given.auditId, scheme_version_id, indicator_code: code, document_id: used };
  const by = { attached_at: holder.now, attached_by: given.lead.accountId };
  await pastRules(db, (one) =>
    one
      .insertInto('assessment_evidence')
      .values({ ...named, ...by })
      .execute(),
  );
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  await approved(db, other.id, given.officer);
  const newReviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
  const newLead = await aPerson(db, other, 'auditor', 'Femi Adeyemi');
  const grounds = 'The new body has auditors who speak Maithili.';
  done(await askForTransfer(holder, { body: other.id, grounds }));
  const { id: transferId } = await db
    .selectFrom('certificate_transfer')
    .select('id')
    .executeTakeFirstOrThrow();
  return { ...given, used, unused, newReviewer, newLead, transferId };
}

/** What of the applicant somebody of a body comes to. */
async function reads(given: Awaited<ReturnType<typeof asked>>, actor: Auditor | Reviewer) {
  const scope = given.as(actor);
  const network = { kind: undefined, show: undefined, q: '', page: 1 };
  const seen = {
    application: await findApplication(scope, given.applicationId),
    list: await findKept(scope, given.agency.id, { kind: '', page: 1 }),
    network: await listNetworkOf(scope, given.applicationId, network),
    used: await findDocument(scope, given.used),
    unused: await findDocument(scope, given.unused),
  };
  return Object.entries(seen).flatMap(([name, found]) => (found ? [name] : []));
}

const all = ['application', 'list', 'network', 'used', 'unused'];

describe('who reads what a holder keeps', () => {
  test('is the body whose certificate stands: the former one keeps what its audits used', async ({
    db,
    work,
  }) => {
    const given = await asked(db, work);
    for (const former of [given.lead, given.reviewer]) expect(await reads(given, former)).toEqual(all);
    for (const next of [given.newLead, given.newReviewer]) expect(await reads(given, next)).toEqual([]);
    const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
    done(await reviewed(given.as(given.newReviewer), given.transferId, answer));
    for (const next of [given.newLead, given.newReviewer]) expect(await reads(given, next)).toEqual(all);
    for (const former of [given.lead, given.reviewer]) expect(await reads(given, former)).toEqual(['used']);
    // Who was on no team of the former body keeps nothing.
    expect(await reads(given, given.colleague)).toEqual([]);
  });

  test('is the body that was engaged until there is a certificate', async ({ db }) => {
    const given = await anEngagement(db);
    expect(await db.selectFrom('serving_body').selectAll().execute()).toEqual([
      { application_id: given.applicationId, organisation_id: given.agency.id, audit_body_id: given.body.id },
    ]);
  });
});
