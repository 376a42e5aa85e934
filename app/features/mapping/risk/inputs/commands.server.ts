import { randomUUID } from 'node:crypto';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import type { SentFile } from '#app/platform/tables/sent-file.server.ts';

import { mostRows } from './model.ts';
import { mayImportInputs } from './policy.ts';
import { readInputs } from './read.ts';

const limits = { mostRows: mostRows + 1, mostColumns: 50, sheets: 'first' } as const;

/** Takes a whole list or nothing: where a row is wrong, every wrong cell is told and none is imported. What stood before stays on record. */
export async function importInputs({ db, actor, now }: Scope<Officer>, { content }: SentFile) {
  if (!mayImportInputs(actor)) return refuse('forbidden');
  const table = await readTable(content, limits);
  if (!table.ok) return table;
  const read = readInputs(table.value.sheets[0]?.rows ?? [], Number(dayOf(now).slice(0, 4)));
  if (!read.ok) return read;
  const { rows, problems } = read.value;
  if (problems.length > 0) return ok({ imported: 0, problems });
  const importId = randomUUID();
  return db.transaction().execute(async (trx) => {
    const by = { import_id: importId, imported_by: actor.accountId, imported_at: now };
    await trx
      .insertInto('risk_input')
      .values(rows.map((row) => ({ ...row, ...by })))
      .execute();
    await recordEvent(trx, { actor, now, subject: importId }, 'risk_inputs.imported', { count: rows.length });
    return ok({ imported: rows.length, problems });
  });
}
