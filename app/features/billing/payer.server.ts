import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const text = z.string().catch('');
const count = z.coerce.number().int().min(0).catch(0);

/** Each answer as it stood when the application was last sent: afterwards it may be edited, and a fee stays what it was. */
async function answersSent(db: Kysely<Database>, applicationId: string): Promise<Record<string, unknown>> {
  const { at } = await db
    .selectFrom('application_copy')
    .select(({ fn }) => fn.max<Date | null>('submitted_at').as('at'))
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const wordings = db
    .selectFrom('application_answer_version')
    .distinctOn('question')
    .select(['question', 'value'])
    .where('application_id', '=', applicationId)
    .orderBy('question')
    .orderBy('revision', 'desc');
  const rows = await (at ? wordings.where('saved_at', '<=', at) : wordings).execute();
  return Object.fromEntries(rows.map(({ question, value }) => [question, value]));
}

const volumesShape = z
  .array(z.object({ women: count, men: count, women_12: count, men_12: count }))
  .catch([]);
const placed = (volumes: unknown) =>
  volumesShape
    .parse(volumes)
    .reduce((sum, { women, men, women_12, men_12 }) => sum + women + men + women_12 + men_12, 0);

const officesShape = z.array(z.object({ staff_count: count })).catch([]);
const staffOf = (offices: unknown) =>
  officesShape.parse(offices).reduce((sum, { staff_count }) => sum + staff_count, 0);

const payerShape = z.object({
  name: z.string(),
  nameLocal: z.string(),
  address: z.string(),
  country: z.string(),
  workersPlaced: z.number(),
  staff: z.number(),
});
export type Payer = z.infer<typeof payerShape>;

/** Who an invoice was issued to, as it said on that day; older ones did not keep it. */
export async function payerOn(db: Kysely<Database>, invoice: { id: string; applicationId: string }) {
  const row = await db
    .selectFrom('invoice')
    .select('payer')
    .where('id', '=', invoice.id)
    .executeTakeFirstOrThrow();
  return row.payer === null ? payerOf(db, invoice.applicationId) : payerShape.parse(row.payer);
}

/** Who pays for an application, as it says itself; where it does not say, its organisation. */
export async function payerOf(db: Kysely<Database>, applicationId: string): Promise<Payer> {
  const { name, name_local, country } = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['organisation.name', 'organisation.name_local', 'organisation.country'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const answers = await answersSent(db, applicationId);
  return {
    name: text.parse(answers['legal_name']) || name,
    nameLocal: text.parse(answers['legal_name_local']) || (name_local ?? ''),
    address: text.parse(answers['address']),
    country: text.parse(answers['country']) || country,
    workersPlaced: placed(answers['volumes']),
    staff: staffOf(answers['staff_by_office']),
  };
}
