import { sql, type Kysely } from 'kysely';
import { describe, expect, vi } from 'vitest';

import { bookStatement, readStatement } from '#app/features/billing/bank/commands.server.ts';
import { matchLines } from '#app/features/billing/bank/queries.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, sent } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { ledgerOf } from '#tests/support/factories/billing.ts';
import { test } from '#tests/support/test.ts';

const csv = (...lines: string[]) => Buffer.from(['Date,Amount,Currency,Details,Payer', ...lines].join('\n'));
const file = (...lines: string[]) => ({ filename: 'march.csv', content: csv(...lines) });
const fee = '2026-03-01,"1,000.00",USD,fee 2026 000001,Himal';

/** Until so many wait for a lock. */
const waiting = (db: Kysely<Database>, many: number) =>
  vi.waitFor(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    expect(rows).toHaveLength(many);
  });

describe('a bank statement', () => {
  test('shows first what each line would do, and books each once', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { officer } = given;
    const lines = [
      fee,
      fee,
      '2026-03-01,400,USD,2026-000001,Himal',
      '2026-03-01,1000,USD,2026-000002,Himal',
      '2026-03-01,-12.50,USD,Charges,Bank',
    ];
    const { id } = done(await readStatement(officer, file(...lines)));
    const shown = (await matchLines(officer, id)).map(({ match }) => match);
    expect(shown).toMatchObject([
      { kind: 'books', surplus: false },
      { kind: 'books', surplus: false },
      { kind: 'keeps', because: 'amount_differs' },
      { kind: 'keeps', because: 'no_number', near: '2026-000001' },
    ]);
    expect(await ledgerOf(db)).toMatchObject({ payments: [] });
    const { untaken } = await db.selectFrom('bank_statement').select('untaken').executeTakeFirstOrThrow();
    expect(untaken).toEqual([{ row: 6, why: 'Money that went out' }]);

    await Promise.all([bookStatement(officer, id), bookStatement(officer, id)]);
    const booked = { invoices: ['2026-000001 paid'], credited: 1, surplus: 1, returns: 1, unmatched: 2 };
    expect(await ledgerOf(db)).toMatchObject(booked);
    expect(await bookStatement(officer, id)).toEqual({ ok: false, refusal: 'already_booked' });
    expect(done(await readStatement(officer, file(...lines))).id).toBe(id);
    // The same lines in a longer export: only the new one is taken.
    const next = done(await readStatement(officer, file(...lines, '2026-03-01,7,USD,Something new,Bank')));
    done(await bookStatement(officer, next.id));
    expect(await ledgerOf(db)).toMatchObject({ ...booked, unmatched: 3 });
  });

  test('whose bank numbers its lines anew in each export loses nobody’s money', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const export_ = (line: string) => ({
      filename: 'numbered.csv',
      content: Buffer.from(`ID,Date,Amount,Currency,Details\n${line}`),
    });
    const first = export_('1,2026-02-01,55,USD,Something else');
    const second = export_('1,2026-03-01,1000,USD,fee 2026-000001');
    for (const statement of [first, second, first])
      await bookStatement(given.officer, done(await readStatement(given.officer, statement)).id);
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, surplus: 0, unmatched: 1 });
  });

  test('leaves alone what an officer recorded by hand', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { id: invoiceId } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
    const byHand = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Seen on screen' };
    done(await recordBankTransfer(given.officer, invoiceId, byHand));
    const { id } = done(await readStatement(given.officer, file(fee)));
    done(await bookStatement(given.officer, id));
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, surplus: 0, returns: 0 });
  });

  test('leaves alone what is recorded by hand while it is being booked', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const { id: invoiceId } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
    const { id } = done(await readStatement(given.officer, file(fee)));
    const byHand = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Seen on screen' };
    let booking: ReturnType<typeof bookStatement> | undefined;
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom('invoice').select('id').where('id', '=', invoiceId).forUpdate().execute();
      const recorded = recordBankTransfer(given.officer, invoiceId, byHand);
      await waiting(db, 1);
      // Matched while the invoice was open; it waits behind the officer.
      booking = bookStatement(given.officer, id);
      await waiting(db, 2);
      void recorded;
    });
    await booking;
    expect(await ledgerOf(db)).toMatchObject({ credited: 1, surplus: 0, returns: 0, unmatched: 0 });
  });

  test.for([
    ['no table', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]), /^table_/],
    ['nothing', Buffer.from(''), /^table_empty$/],
    ['other columns', Buffer.from('a,b\n1,2\n'), /^no_columns$/],
    ['no lines', csv(), /^no_rows$/],
  ] as const)('of %s is refused', async ([, content, refusal], { db }) => {
    const { officer } = await anApplicant(db);
    const outcome = await readStatement(officer, { filename: 'x.csv', content });
    expect(outcome).toMatchObject({ ok: false, refusal: expect.stringMatching(refusal) });
    expect(await bookStatement(officer, 'no-uuid')).toEqual({ ok: false, refusal: 'not_found' });
  });
});
