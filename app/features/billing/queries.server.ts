import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { purposes, type Invoice } from './model.ts';

const perPage = 25;

const issued = {
  id: z.string(),
  number: z.string(),
  organisationId: z.string(),
  applicationId: z.string(),
  purpose: z.enum(purposes),
  issuedAt: z.date(),
  dueOn: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
};
const shape = z.discriminatedUnion('status', [
  z.object({ ...issued, status: z.literal('open') }),
  z.object({ ...issued, status: z.literal('paid'), receivedOn: z.string(), paymentId: z.string() }),
  z.object({ ...issued, status: z.literal('cancelled'), cancelledBecause: z.string() }),
]);

const invoices = (db: Kysely<Database>) =>
  db
    .selectFrom('invoice')
    .select([
      'invoice.id',
      'invoice.number',
      'invoice.organisation_id as organisationId',
      'invoice.application_id as applicationId',
      'invoice.purpose',
      'invoice.issued_at as issuedAt',
    ])
    .select([
      'invoice.due_on as dueOn',
      'invoice.amount_minor as amountMinor',
      'invoice.currency',
      'invoice.status',
    ])
    .select([
      'invoice.received_on as receivedOn',
      'invoice.payment_id as paymentId',
      'invoice.cancelled_because as cancelledBecause',
    ]);

/** Call it first: whoever records a payment of one invoice waits here for the others. */
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
export type Named = Invoice & Names;
const named = (row: Names): Named => ({
  ...shape.parse(row),
  recruiter: row.recruiter,
  reference: row.reference,
});

/** An officer's, or the recruiter's own: of others' there is nothing. */
export async function findInvoice({ db, actor }: Scope<Officer | Recruiter>, id: string) {
  const row = await withNames(db)
    .where(isId('invoice.id', id))
    .$if(actor.kind === 'recruiter', (query) =>
      query.where('invoice.organisation_id', '=', actor.organisationId),
    )
    .executeTakeFirst();
  return row && named(row);
}

export const findInvoiceByNumber = ({ db }: Scope<Officer>, number: string) =>
  db.selectFrom('invoice').select('id').where('number', '=', number).executeTakeFirst();

export async function listOwnInvoices({ db, actor }: Scope<Recruiter>) {
  const rows = await withNames(db)
    .where('invoice.organisation_id', '=', actor.organisationId)
    .orderBy('invoice.issued_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(named);
}

export type InvoiceFilter = { status: string; purpose: string; words: string; page: number };

const chosenOnes = (db: Kysely<Database>, { status, purpose, words }: InvoiceFilter, today: string) =>
  db
    .selectFrom('invoice')
    .innerJoin('organisation', 'organisation.id', 'invoice.organisation_id')
    .select('invoice.id')
    .$if(['open', 'paid', 'cancelled'].includes(status), (query) =>
      query.where('invoice.status', '=', status),
    )
    .$if(status === 'overdue', (query) =>
      query.where('invoice.status', '=', 'open').where('invoice.due_on', '<', today),
    )
    .$if(purpose !== '', (query) => query.where('invoice.purpose', '=', purpose))
    .$if(words !== '', (query) =>
      query.where(({ eb, or }) =>
        or([
          eb('invoice.number', 'ilike', `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`),
          eb('organisation.name', 'ilike', `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`),
        ]),
      ),
    );

/** Open ones first by their day, then the rest. */
export async function listInvoices({ db, now }: Scope<Officer>, filter: InvoiceFilter) {
  const chosen = chosenOnes(db, filter, now.toISOString().slice(0, 10));
  const [rows, { count }] = await Promise.all([
    withNames(db)
      .where('invoice.id', 'in', chosen)
      .orderBy(sql`invoice.status <> 'open'`)
      .orderBy('invoice.due_on')
      .limit(perPage)
      .offset((filter.page - 1) * perPage)
      .execute(),
    db
      .selectFrom(chosen.as('chosen'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { invoices: rows.map(named), count, pages: pagesOf(count, perPage) };
}
