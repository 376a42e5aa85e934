import type { Kysely } from 'kysely';

import { lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { rejectApplication } from '#app/features/applications/review-commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import type { Officer, Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { fill, noTies } from '#tests/support/factories/applications.ts';
import { done, now } from '#tests/support/factories/audits.ts';

type Given = { officer: Officer; recruiter: Recruiter; applicationId: string };

/**
 * What the addresses of reviews name: the officer declared to have no ties to the applicant, so that its contents are
 * open; and an appeal of another recruiter against a rejection by somebody of the scheme who is not among the people.
 */
export async function reviewNames(
  db: Kysely<Database>,
  { officer, recruiter, applicationId }: Given,
  reviewer: Officer,
  work: () => Promise<void>,
) {
  const scope = { db, now, actor: officer };
  done(await declareReviewer(scope, applicationId, noTies));
  const own = { db, now, actor: recruiter };
  const id = await fill(db, recruiter);
  done(await submitApplication(own, id));
  await work();
  const invoice = await db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const payment = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Transfer 77' };
  done(await recordBankTransfer(scope, invoice.id, payment));
  await work();
  const reviewing = { db, now, actor: reviewer };
  done(await declareReviewer(reviewing, id, noTies));
  done(await rejectApplication(reviewing, id, { reasons: 'No licence for this corridor.' }));
  const grounds = 'The licence was renewed in June, as the scan of it shows.';
  const { appealId } = done(await lodgeAppeal(own, id, { grounds }));
  return { 'appeals/:id': appealId, 'checklist/:section': 'identity' };
}
