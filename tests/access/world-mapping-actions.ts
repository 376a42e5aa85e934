import { Readable } from 'node:stream';

import type { Kysely } from 'kysely';

import { planAction } from '#app/features/mapping/actions/commands.server.ts';
import { openPlan } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { keepPaper } from '#app/features/mapping/papers/commands.server.ts';
import { addPolicy, recordSending } from '#app/features/mapping/policies/commands.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aParty } from '#tests/support/factories/mapping.ts';
import { done } from '#tests/support/factories/audits.ts';
const note = 'Eight workers named the same clinic.';

/** An action and a repayment plan of a company, and a file it keeps. */
export async function mappingActionNames(db: Kysely<Database>, actor: Company, storageUrl: string) {
  const scope = { db, actor, now: new Date() };
  const dueOn = addDays(dayOf(scope.now), 30);
  const action = done(await planAction(scope, { what: note, ownerName: 'Ola Berg', dueOn }));
  const plan = done(await openPlan(scope, { title: 'Welders', workers: 8, note }));
  const written = await folderStorage(storageUrl).write(Readable.from(['%PDF-1.7']));
  const file = { ...written, filename: 'list.pdf', mediaType: 'application/pdf', quarantined: false };
  const paper = await db.transaction().execute((trx) => keepPaper(trx, scope, 'A list', file));
  const words = 'No worker pays any fee for the job, at any tier of our supply chain. '.repeat(3);
  const policy = done(await addPolicy(scope, { title: 'Code of conduct', words }));
  const party = await aParty(db, actor.organisationId, 'Himal Workforce', scope.now);
  const sentOn = dayOf(scope.now);
  const version = { policyId: policy.id, number: 1 };
  const sending = done(await recordSending(scope, version, { party, sentOn, dueOn, how: 'By mail' }));
  return {
    'actions/:id': action.id,
    'repayments/:id': plan.id,
    'papers/:id': paper,
    'policies/:id': policy.id,
    'sendings/:id': sending.id,
    'items/:item': 'no_fees',
  };
}
