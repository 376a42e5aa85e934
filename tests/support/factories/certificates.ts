import type { Kysely } from 'kysely';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { decideCertification } from '#app/features/certificates/decisions/commands.server.ts';
import type { Database } from '#db/client.server.ts';

import { anEngagement, assessAll, done, fieldwork, sentForCheck } from './audits.ts';

const reasons = 'The system works and workers confirmed that they paid nothing.';
export const grant = { outcome: 'granted' as const, reasons };
export const refusal = { outcome: 'refused' as const, reasons };
export const suspension = {
  reasonClass: 'fees_charged' as const,
  note: 'Seven workers showed receipts for placement fees.',
};

/** A recruiter on the register whose audit is done: the panel has its package. */
export async function aPackage(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await anEngagement(db);
  await db
    .insertInto('registration')
    .values({
      organisation_id: given.agency.id,
      number: 'LRN00012603',
      application_id: given.applicationId,
      accepted_on: '2026-03-01',
      trading_names: ['Himal'],
    })
    .execute();
  const id = await fieldwork(given);
  await work();
  await assessAll(given, id);
  done(await closeFieldwork(given.as(given.lead), id));
  await sentForCheck(given, id);
  done(await endFactCheck(given.as(given.recruiter), id));
  done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
  await work();
  return { ...given, auditId: id };
}
export type DecisionPackage = Awaited<ReturnType<typeof aPackage>>;

/** The same, granted: a certificate in force since the first of March 2026. */
export async function aCertificate(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aPackage(db, work);
  done(await decideCertification(given.as(given.decider), given.applicationId, grant));
  await work();
  const { id, number } = await db
    .selectFrom('certificate')
    .select(['id', 'number'])
    .where('application_id', '=', given.applicationId)
    .executeTakeFirstOrThrow();
  return { ...given, certificateId: id, number };
}
