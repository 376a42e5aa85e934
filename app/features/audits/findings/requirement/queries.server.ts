import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const copyShape = z.array(
  z.object({
    title: z.string(),
    answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  }),
);

/** What the recruiter declared when it sent its application, each answer by its place in the latest copy, or in the one that was read. */
export async function listDeclarations(db: Kysely<Database>, applicationId: string, read?: number) {
  const row = await db
    .selectFrom('application_copy')
    .select(['version', 'copy'])
    .where('application_id', '=', applicationId)
    .$if(read !== undefined, (some) => some.where('version', '=', read ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? declaredIn(row) : [];
}

/** The answers at these places, each in the copy that was read. */
export async function listDeclared(db: Kysely<Database>, applicationId: string, places: readonly string[]) {
  const read = new Set(places.map((place) => Number(place.split('/')[0])).filter(Number.isSafeInteger));
  if (read.size === 0) return [];
  const rows = await db
    .selectFrom('application_copy')
    .select(['version', 'copy'])
    .where('application_id', '=', applicationId)
    .where('version', 'in', [...read])
    .execute();
  return rows.flatMap(declaredIn).filter(({ value }) => places.includes(value));
}

const declaredIn = ({ version, copy }: { version: number; copy: unknown }) =>
  copyShape.parse(copy).flatMap(({ title, answers }, section) =>
    answers.map(({ question, answer }, place) => ({
      value: `${version}/${section}/${place}`,
      version,
      section: title,
      question,
      answer,
    })),
  );
