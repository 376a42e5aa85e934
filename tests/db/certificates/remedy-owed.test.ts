import { sql } from 'kysely';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { expect } from 'vitest';

import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { RemedyTotals } from '#app/features/certificates/decisions/ui/remedy-totals.tsx';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aPackage, ballotOn, grant, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { medical, words } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aPackage>>;

/** Workers paid, it was graded minor, and its plan was accepted. */
async function aHarmedMinor({ db, lead, auditId }: Given) {
  const id = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade,
        state, statement, evidence, harm, workers_paid, raised_at, raised_by, issued_at, plan_due_on, close_due_on)
      select ${id}, id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'minor', 'cap_accepted',
        'Nine workers paid for their medical tests.', 'Receipts of January.', 'fee_charged', true, ${now}, ${lead.accountId}::uuid, ${now},
        '2026-03-31', '2026-08-28' from audit where id = ${auditId}`.execute(one),
  );
  return id;
}

test('nothing is granted while what workers are owed is not opened: the panel reads it, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const finding = await aHarmedMinor(given);
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const page = async () => {
    const remedies = (await findPackage(scope, id))?.contents?.remedies;
    return remedies && renderToStaticMarkup(createElement(RemedyTotals, { remedies }));
  };
  expect(await page()).toContain('One finding of this recruiter harmed workers');
  expect(await page()).not.toContain('called for a remedy');

  const refusal = 'remedy_not_opened';
  expect(await castVote(scope, id, await ballotOn(scope, id, grant))).toEqual({ ok: false, refusal });
  expect(refusalText(refusal)).toContain('before the audit team opens the remedy');
  const forged =
    sql`insert into certification_decision (matter_id, application_id, organisation_id, organisation_name,
      application_reference, outcome, reasons, decided_by, decided_at, package_sha256)
    select id, application_id, organisation_id, 'Himal', 'APP-1', 'granted', ${grant.reasons}, ${given.decider.accountId}::uuid,
      ${scope.now}, decision_package_sha256(id) from decision_matter where id = ${id}::uuid`.execute(db);
  await expect(forged).rejects.toThrow('nothing is granted: remedy_not_opened');

  done(await openRemedy(given.as(given.lead), finding, { workers: 9, ...words }));
  expect(await page()).toContain('9 affected, made whole: 0');
  expect(await page()).not.toContain('not opened');
  done(await castVote(scope, id, await ballotOn(scope, id, grant)));
});

test('remedies of another application of the recruiter are in the package, and change its reference', async ({
  db,
  work,
}) => {
  const given = await aPackage(db, work);
  const finding = await aHarmedMinor(given);
  done(await openRemedy(given.as(given.lead), finding, { workers: 9, ...words }));
  await pastRules(db, (one) =>
    sql`with former as (insert into application (organisation_id, scheme_version_id, state, started_at, started_by, ended_at)
        select organisation_id, scheme_version_id, 'withdrawn', '2024-01-08', started_by, '2024-06-01' from application
          where id = ${given.applicationId} returning id)
      update finding set application_id = (select id from former) where id = ${finding}`.execute(one),
  );
  const scope = given.as(given.decider);
  const id = await matterOf(db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const contents = async () => (await findPackage(scope, id))?.contents;
  const read = await contents();
  expect(read?.remedies).toMatchObject({ notOpened: 0, of: [{ own: false, affected: 9, madeWhole: 0 }] });
  const page = read && renderToStaticMarkup(createElement(RemedyTotals, { remedies: read.remedies }));
  expect(page).toContain(`Another application, ${read?.remedies.of[0]?.reference ?? ''}`);
  done(await addItem(given.as(given.lead), finding, medical));
  const after = await contents();
  expect(after?.remedies.of).toMatchObject([{ money: [{ currency: 'NPR', owed: 90_000, paid: 0 }] }]);
  expect(after?.reference).not.toBe(read?.reference);
});

test('where nobody was harmed the panel reads that no finding of the recruiter called for a remedy', () => {
  const page = renderToStaticMarkup(createElement(RemedyTotals, { remedies: { of: [], notOpened: 0 } }));
  expect(page).toContain('No finding of this recruiter called for a remedy');
});
