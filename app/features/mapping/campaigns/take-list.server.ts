import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

import { mostSuppliers } from '../model.ts';
import { nameSuppliers } from './commands.server.ts';
import { readSuppliers } from './import.ts';

const limits = { mostRows: mostSuppliers + 1, mostColumns: 100, sheets: 'first' } as const;

/** Names the suppliers of a list (CSV or Excel). Rows that cannot be taken come back by their cells; the rest is saved. */
export async function takeList(scope: Scope<Company>, campaignId: string, request: Request) {
  const sent = await readSentFile(request, 'list');
  if (!sent.ok) return sent;
  const table = await readTable(sent.value.content, limits);
  if (!table.ok) return table;
  const read = readSuppliers(table.value.sheets[0]?.rows ?? []);
  if (!read.ok) return read;
  const { suppliers, misfits } = read.value;
  const named = await nameSuppliers(scope, campaignId, suppliers);
  if (!named.ok) return named;
  return ok({ ...named.value, misfits });
}
