import { sql } from 'kysely';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { expect } from 'vitest';

import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { RemedyTotals } from '#app/features/certificates/decisions/ui/remedy-totals.tsx';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import { aPackage, ballotOn, grant, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { words } from '#tests/support/factories/remedy.ts';
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
