import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';
import type { Database } from '#db/client.server.ts';

/** A licence as somebody declares it. */
export type Declared = {
  authority: string;
  country: string;
  number: string;
  type: string | null;
  issuedOn: string | null;
  validUntil: string;
  registerUrl: string | null;
};

const text = z.string().trim().min(1);
const maybe = z.string().trim().min(1).nullish().catch(null);
const country = z.string().refine((code) => countryCodes.includes(code));

const answered = z
  .object({
    licence_authority: text,
    licence_country: country,
    licence_number: text,
    licence_type: maybe,
    licence_issued_on: z.iso.date().nullish().catch(null),
    licence_valid_until: z.iso.date(),
    licence_register_url: z
      .url({ protocol: /^https?$/ })
      .nullish()
      .catch(null),
  })
  .transform((row): Declared => ({
    authority: row.licence_authority,
    country: row.licence_country,
    number: row.licence_number,
    type: row.licence_type ?? null,
    issuedOn:
      row.licence_issued_on && row.licence_issued_on <= row.licence_valid_until
        ? row.licence_issued_on
        : null,
    validUntil: row.licence_valid_until,
    registerUrl: row.licence_register_url ?? null,
  }));

/** As applications were answered before their questions were data. */
const answeredBefore = z
  .object({ authority: text, jurisdiction: country, number: text, validUntil: z.iso.date() })
  .transform(({ authority, jurisdiction, number, validUntil }): Declared => ({
    ...{ authority, country: jurisdiction, number, validUntil },
    ...{ type: null, issuedOn: null, registerUrl: null },
  }));

const rowShape = z.object({
  question: z.string().optional(),
  value: z.unknown().optional(),
  section: z.string().optional(),
  answers: z.unknown().optional(),
});

/** Both shapes of an answer's row; a licence that is not whole is left out rather than guessed. */
export function declaredIn(rows: readonly unknown[]): Declared[] {
  const lists = rows.flatMap((row) => {
    const { question, value, section, answers } = rowShape.parse(row);
    if (question === 'licences') return [value];
    const before = z.object({ licences: z.unknown() }).safeParse(answers);
    return section === 'licences' && before.success ? [before.data.licences] : [];
  });
  const items = lists.flatMap((list) => z.array(z.unknown()).safeParse(list).data ?? []);
  return items.flatMap((item) => {
    const now = answered.safeParse(item);
    if (now.success) return [now.data];
    const before = answeredBefore.safeParse(item);
    return before.success ? [before.data] : [];
  });
}

/** What an application declares of its applicant's licences; undefined where there is no such application. */
export async function findDeclared(db: Kysely<Database>, applicationId: string) {
  const application = await db
    .selectFrom('application')
    .select('organisation_id as organisationId')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  if (!application) return undefined;
  // Whole rows as data: the table's columns are its owner's to change.
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(a) as row from application_answer a where a.application_id = ${applicationId}`.execute(
    db,
  );
  return { ...application, licences: declaredIn(rows.map(({ row }) => row)) };
}
