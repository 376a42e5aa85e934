import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import type { Answers } from '../model.ts';

const text = z.string();
const maybe = z.string().optional();

/** Answers as they stand in the table: what the forms let through, read again at the edge. */
const shapes = z.object({
  agency: z.object({
    legalName: text,
    legalNameLocal: maybe,
    tradingNames: z.array(text),
    companyNumber: text,
    address: text,
    country: text,
    website: maybe,
    contactName: text,
    contactPhone: maybe,
  }),
  licences: z.object({
    licences: z.array(z.object({ authority: text, jurisdiction: text, number: text, validUntil: text })),
  }),
  corridors: z.object({
    corridors: z.array(z.object({ origin: text, destination: text })),
    sectors: z.array(text),
    offices: z.array(text),
  }),
  volumes: z.object({ volumes: z.array(z.object({ corridor: text, women: z.number(), men: z.number() })) }),
  agents: z.object({
    usesAgents: z.boolean(),
    agents: z.array(z.object({ name: text, place: text, kind: text, licenceNumber: maybe })),
  }),
  declarations: z.object({ signedBy: text, position: text }),
});

/** Whatever is saved of an application, by section. */
export async function answersOf(db: Kysely<Database>, applicationId: string): Promise<Partial<Answers>> {
  const rows = await db
    .selectFrom('application_answer')
    .select(['section', 'answers'])
    .where('application_id', '=', applicationId)
    .execute();
  const read = shapes
    .partial()
    .parse(Object.fromEntries(rows.map(({ section, answers }) => [section, answers])));
  // Keys of sections not yet saved are left out, not undefined.
  return Object.fromEntries(Object.entries(read).filter(([, answers]) => answers !== undefined));
}

/** All six sections, or undefined while one is missing. */
export async function wholeAnswersOf(
  db: Kysely<Database>,
  applicationId: string,
): Promise<Answers | undefined> {
  return shapes.safeParse(await answersOf(db, applicationId)).data;
}
