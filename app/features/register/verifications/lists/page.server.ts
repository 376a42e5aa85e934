import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

import { guessColumns } from './columns.ts';
import { fields } from './model.ts';
import { findList, findSameFile, listKept } from './queries.server.ts';

/** Rows that a guess looks at, and rows that a person sees of them. */
const looked = 20;
const shown = 5;

/** A list that waits for somebody to say which column is what, with a guess and its first rows; text alone. */
export async function findColumnsPage(scope: Scope<Company>, id: string) {
  const list = await findList(scope, id);
  if (!list) return undefined;
  const kept = await listKept(scope.db, id, looked);
  const cells = kept.map((row) => row.cells);
  const { headed, places } = guessColumns(cells);
  const chosen = fields.map((field) => [field, places[field]?.toString() ?? ''] as const);
  const width = Math.max(1, ...cells.map((row) => row.length));
  const same = await findSameFile(scope, list);
  return {
    ...{ id: list.id, title: list.title, rows: list.rows, state: list.state },
    guessed: { headed: headed ? 'yes' : 'no', ...Object.fromEntries(chosen) },
    sample: kept.slice(0, shown).map(({ number, cells: row }) => ({
      number,
      cells: row.map((cell) =>
        typeof cell === 'string' ? cell.slice(0, 80) : cell === null ? '' : cell.untaken,
      ),
    })),
    columns: Array.from({ length: width }, (_, place) => {
      const head = cells[0]?.[place];
      return { place, head: typeof head === 'string' ? head.slice(0, 40) : '' };
    }),
    same: same && { id: same.id, on: dayInWords(dayOf(same.madeAt)) },
  };
}
