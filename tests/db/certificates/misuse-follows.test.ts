import { sql } from 'kysely';
import { expect } from 'vitest';

import { proposeAudit } from '#app/features/audits/programme/proposals/commands.server.ts';
import { listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { recordMisuse } from '#app/features/certificates/claims/misuse/commands.server.ts';
import type { MisuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import type { Reviewer } from '#app/platform/scope.ts';
import { aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const seen: MisuseForm = {
  ...{ place: 'https://himal.example/jobs', seenOn: '2026-03-01' },
  what: 'An advert for Japan says “certified”, and Japan is not in the scope.',
  evidence: 'A copy of the page, kept by the scheme.',
};
const accepted = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };

/** Another audit body takes the certificate over. */
async function transferred(given: Given) {
  const other = await aPlace(given.db, 'audit_body', 'Lantern Audits');
  await approved(given.db, other.id, given.officer);
  const reviewer: Reviewer = await aPerson(given.db, other, 'reviewer', 'Ines Duarte');
  const asked = { body: other.id, grounds: 'The new body has auditors who speak Maithili.' };
  done(await askForTransfer(given.as(given.recruiter), asked));
  const [task] = await listTransferTasks(given.as(reviewer));
  done(await reviewed(given.as(reviewer), task?.id ?? '', accepted));
  return given.db
    .selectFrom('certificate')
    .select(['id', 'number'])
    .where('previous_id', '=', given.certificateId)
    .executeTakeFirstOrThrow();
}

const proposals = ({ db }: Given) =>
  db.selectFrom('audit_proposal').select(['certificate_id as of', 'misuse_id as misuseId']).execute();

test('a misuse recorded just before a transfer proposes an audit of the certificate that stands, once', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { id } = done(await recordMisuse(given.as(given.officer), given.certificateId, seen));
  const next = await transferred(given);
  await work();
  const again = { certificateId: given.certificateId, misuseId: id };
  await Promise.all([1, 2].map(() => proposeAudit({ db, now: new Date('2026-03-02T09:00:00Z') }, again)));
  expect(await proposals(given)).toEqual([{ of: next.id, misuseId: id }]);
  expect(await listProposalTasks(given.as(given.officer))).toMatchObject([{ about: next.number }]);
});

test('in SQL a misuse proposes nothing to a certificate that does not stand in its place', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const next = await transferred(given);
  await work();
  const { id } = done(await recordMisuse(given.as(given.officer), next.id, seen));
  const row = sql`insert into audit_proposal (certificate_id, misuse_id, trigger, proposed_at)
    values (${given.certificateId}, ${id}, 'claims_misused', now())`;
  await expect(row.execute(db)).rejects.toThrow('or of the one in its place');
});
