import { Readable } from 'node:stream';

import type { Kysely } from 'kysely';

import { planAction } from '#app/features/mapping/actions/commands.server.ts';
import { openPlan } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { keepPaper } from '#app/features/mapping/papers/commands.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
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
  return {
    'actions/:id': action.id,
    'repayments/:id': plan.id,
    'papers/:id': paper,
  };
}
