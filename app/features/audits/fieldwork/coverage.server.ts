import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';

const unseen = z.array(z.object({ title: z.string() }));

/** Principles a surveillance has no answer of; the database's constraint asks the same. Ask only with an audit that was found. */
export async function listUnseen(db: Kysely<Database>, { id, type }: Pick<Audit, 'id' | 'type'>) {
  if (type !== 'surveillance') return [];
  const { rows } = await sql`select title from unseen_principles(${id}::uuid) title`.execute(db);
  return unseen.parse(rows).map(({ title }) => title);
}
