import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Invoice } from './model.ts';

const perPage = 25;

const issued = {
  id: z.string(),
  number: z.string(),
  organisationId: z.string(),
  applicationId: z.string(),
  dueOn: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
};
const shape = z.discriminatedUnion('status', [
  z.object({ ...issued, status: z.literal('open') }),
  z.object({ ...issued, status: z.literal('paid'), receivedOn: z.string() }),
]);

const invoices = (db: Kysely<Database>) =>
  db
    .selectFrom('invoice')
    .select([
      'invoice.id',
      'invoice.number',
      'invoice.organisation_id as organisationId',
      'invoice.application_id as applicationId',
    ])
    .select([
      'invoice.due_on as dueOn',
      'invoice.amount_minor as amountMinor',
      'invoice.currency',
      'invoice.status',
    ])
    .select('invoice.received_on as receivedOn');

/** Call it first: two officers recording one payment wait for each other here. */
export async function lockInvoice(trx: Transaction<Database>, id: string): Promise<Invoice | undefined> {
  const row = await invoices(trx).where('invoice.id', '=', id).forUpdate().executeTakeFirst();
  return row && shape.parse(row);
}

const withNames = (db: Kysely<Database>) =>
  invoices(db)
    .innerJoin('organisation', 'organisation.id', 'invoice.organisation_id')
    .innerJoin('application', 'application.id', 'invoice.application_id')
    .select(['organisation.name as recruiter', 'application.reference']);

type Names = { recruiter: string; reference: string };
const named = (row: Names): Invoice & Names => ({
  ...shape.parse(row),
  recruiter: row.recruiter,
  reference: row.reference,
});

export async function findInvoice({ db }: Scope<Officer>, id: string) {
  // Compared as text: what stands in an address need not be a uuid.
  const row = await withNames(db)
    .where(sql`invoice.id::text`, '=', id)
    .executeTakeFirst();
  return row && named(row);
}

/** Open ones first by their day, then paid ones. */
export async function listInvoices(
  { db }: Scope<Officer>,
  { status, page }: { status: string; page: number },
) {
  const chosen = status === 'open' || status === 'paid' ? status : undefined;
  const [rows, { count }] = await Promise.all([
    withNames(db)
      .$if(chosen !== undefined, (query) => query.where('invoice.status', '=', chosen ?? ''))
      .orderBy('invoice.status')
      .orderBy('invoice.due_on')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    db
      .selectFrom('invoice')
      .$if(chosen !== undefined, (query) => query.where('status', '=', chosen ?? ''))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { invoices: rows.map(named), count, pages: Math.max(1, Math.ceil(count / perPage)) };
}
