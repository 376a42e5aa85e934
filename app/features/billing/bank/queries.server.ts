import { setImmediate } from 'node:timers/promises';

import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { BankLine, Candidate, Match } from './model.ts';
import { match } from './rules.ts';

const statementShape = z.object({
  id: z.string(),
  filename: z.string(),
  bookedAt: z.date().nullable(),
  untaken: z.array(z.object({ row: z.number(), why: z.string() })),
});

export async function findStatement({ db }: Scope<Officer>, id: string) {
  const row = await db
    .selectFrom('bank_statement')
    .select(['id', 'filename', 'booked_at as bookedAt', 'untaken'])
    .where(isId('id', id))
    .executeTakeFirst();
  return row && statementShape.parse(row);
}

export async function findStatementByHash({ db }: Scope<Officer>, sha256: string) {
  const row = await db
    .selectFrom('bank_statement')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

const squeezed = (text: string) => text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();

const candidateShape = z.object({
  id: z.string(),
  number: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  status: z.enum(['open', 'paid', 'cancelled']),
  handRecordedOn: z.array(z.string()),
});

const candidates = (db: Kysely<Database>) =>
  db
    .selectFrom('invoice')
    .select(['id', 'number', 'amount_minor as amountMinor', 'currency', 'status'])
    // Days recorded by hand: payments of this invoice that no line of a statement brought.
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(p.received_on::text) from payment p where p.invoice_id = invoice.id
        and p.method = 'bank_transfer' and not exists (select 1 from bank_statement_line l where l.payment_id = p.id)), '{}')`.as(
        'handRecordedOn',
      ),
    );

/** Open invoices, and whatever else the lines name. */
async function candidatesFor(db: Kysely<Database>, lines: readonly BankLine[]): Promise<Candidate[]> {
  const texts = lines.map(({ reference }) => squeezed(reference));
  const rows = await candidates(db)
    .where(({ eb, or }) =>
      or([
        eb('status', '=', 'open'),
        // A text that holds the number: no operator of the builder looks into an array so.
        sql<boolean>`exists (select 1 from unnest(${texts}::text[]) said where said like '%' || replace(number, '-', '') || '%')`,
      ]),
    )
    .orderBy('number', 'desc')
    .execute();
  return z.array(candidateShape).parse(rows);
}

/** What a line would do to the invoice it was matched with, now that this is locked. */
export async function matchAgain(trx: Transaction<Database>, line: BankLine, invoiceId: string) {
  const row = await candidates(trx).where('id', '=', invoiceId).executeTakeFirstOrThrow();
  return match(line, [candidateShape.parse(row)], new Set());
}

export type MatchedLine = BankLine & { position: number; paymentId: string | null; match: Match };

/** Every line of a statement and what would become of it now. */
export async function matchLines(
  { db }: Pick<Scope<Officer>, 'db'>,
  statementId: string,
): Promise<MatchedLine[]> {
  const lines = await db
    .selectFrom('bank_statement_line')
    .select(['position', 'line_id as lineId', 'received_on as receivedOn', 'amount_minor as amountMinor'])
    .select(['currency', 'reference', 'counterparty', 'payment_id as paymentId'])
    .where('statement_id', '=', statementId)
    .orderBy('position')
    .execute();
  const standing = await candidatesFor(db, lines);
  const ids = lines.map(({ lineId }) => lineId);
  const known =
    ids.length === 0
      ? []
      : await db
          .selectFrom('payment')
          .select('external_id')
          .where('method', '=', 'bank_transfer')
          .where('external_id', 'in', ids)
          .execute();
  const taken = new Set(known.map(({ external_id }) => external_id));
  const matched: MatchedLine[] = [];
  for (const [index, line] of lines.entries()) {
    // Thousands of lines against thousands of invoices: others get their turn in between.
    if (index % 50 === 49) await setImmediate();
    matched.push({ ...line, match: match(line, standing, taken) });
  }
  return matched;
}
