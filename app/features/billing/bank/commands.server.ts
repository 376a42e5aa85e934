import { createHash } from 'node:crypto';

import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import type { Cell, TableRow } from '#app/platform/tables/table.ts';

import { receive } from '../ledger/receive.server.ts';
import { lockInvoice } from '../queries.server.ts';
import { rowProblems, type BankLine, type Untaken } from './model.ts';
import {
  findStatement,
  findStatementByHash,
  matchAgain,
  matchLines,
  type MatchedLine,
} from './queries.server.ts';
import { columnsOf, lineFrom } from './rules.ts';

export type StatementFile = { filename: string; content: Buffer };

const hashOf = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const limits = { mostRows: 5000, mostColumns: 60, sheets: 'first' } as const;

/** Reads a statement and keeps its lines; nothing is booked yet. The very same file leads to what was read before. */
export async function readStatement(
  scope: Scope<Officer>,
  { filename, content }: StatementFile,
): Promise<Result<{ id: string }>> {
  const table = await readTable(content, limits);
  if (!table.ok) return table;
  const [header, ...rows] = table.value.sheets[0]?.rows ?? [];
  const columns = header && columnsOf(header.cells.map(textOf));
  if (!columns) return refuse('no_columns');
  const sha256 = hashOf(content);
  const known = await findStatementByHash(scope, sha256);
  if (known) return ok({ id: known });
  const { lines, untaken } = linesOf(rows, columns);
  if (lines.length === 0 && untaken.length === 0) return refuse('no_rows');
  return keep(scope, { filename, sha256, lines, untaken });
}

function linesOf(rows: readonly TableRow[], columns: NonNullable<ReturnType<typeof columnsOf>>) {
  const lines: BankLine[] = [];
  const untaken: Untaken[] = [];
  const seen = new Map<string, number>();
  for (const { number, cells } of rows) {
    const texts = cells.map(textOf);
    if (texts.every((text) => text.trim() === '')) continue;
    const words = texts.join('\u001f');
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    // Two lines that say the same are two payments; the same lines in another export are the same two.
    const line = lineFrom({ row: number, texts, lineId: hashOf(`${words}\u001f${nth}`) }, columns);
    if (line.ok) lines.push(line.value);
    else untaken.push({ row: number, why: rowProblems[line.refusal] ?? line.refusal });
  }
  return { lines, untaken };
}

function textOf(cell: Cell): string {
  if (cell === null || typeof cell === 'object')
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : '';
  return String(cell);
}

type Kept = { filename: string; sha256: string; lines: BankLine[]; untaken: Untaken[] };

const keep = ({ db, actor, now }: Scope<Officer>, { filename, sha256, lines, untaken }: Kept) =>
  db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('bank_statement')
      .values({
        filename: filename.slice(-200),
        sha256,
        read_at: now,
        read_by: actor.accountId,
        untaken: JSON.stringify(untaken.slice(0, 500)),
      })
      // Two officers with the same file: the second finds what the first kept.
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ sha256 }))
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [index, line] of lines.entries()) {
      await trx
        .insertInto('bank_statement_line')
        .values({
          statement_id: id,
          position: index + 1,
          line_id: line.lineId,
          received_on: line.receivedOn,
          amount_minor: line.amountMinor,
          currency: line.currency,
          reference: line.reference,
          counterparty: line.counterparty,
        })
        .onConflict((conflict) => conflict.columns(['statement_id', 'position']).doNothing())
        .execute();
    }
    return ok({ id });
  });

/** Books every line once: to its invoice, or kept for an officer. Repeated after a crash, it goes on where it stood. */
export async function bookStatement(scope: Scope<Officer>, id: string) {
  const { db, actor, now } = scope;
  const statement = await findStatement(scope, id);
  if (!statement) return refuse('not_found');
  if (statement.bookedAt) return refuse('already_booked');
  for (const line of await matchLines(scope, id)) {
    if (line.match.kind === 'books' || line.match.kind === 'keeps') await book(scope, id, line);
  }
  await db
    .updateTable('bank_statement')
    .set({ booked_at: now, booked_by: actor.accountId })
    .where('id', '=', id)
    .where('booked_at', 'is', null)
    .execute();
  return ok({ id });
}

const book = ({ db, actor, now }: Scope<Officer>, statementId: string, line: MatchedLine) =>
  db.transaction().execute(async (trx) => {
    const invoice = line.match.kind === 'books' ? await lockInvoice(trx, line.match.invoice.id) : undefined;
    // Recorded by hand since the lines were matched: the same money, and nobody paid twice.
    if (invoice && (await matchAgain(trx, line, invoice.id)).kind === 'recorded_by_hand') return;
    const { value } = await receive(trx, { actor, now }, invoice, {
      method: 'bank_transfer',
      externalId: line.lineId,
      amountMinor: line.amountMinor,
      currency: line.currency,
      receivedOn: line.receivedOn,
      recordedBy: actor.accountId,
      description: [line.counterparty, line.reference].filter(Boolean).join(': ') || null,
    });
    await trx
      .updateTable('bank_statement_line')
      .set({ payment_id: value.id })
      .where('statement_id', '=', statementId)
      .where('position', '=', line.position)
      .where('payment_id', 'is', null)
      .execute();
  });
