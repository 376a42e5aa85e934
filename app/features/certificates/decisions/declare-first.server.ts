import { redirect } from '@remix-run/node';
import { sql } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

type Of = 'application' | 'audit' | 'finding';

/** The application a record is about. Compared as text: what stands in an address need not be a uuid. */
const applicationOf = (of: Of, id: string) => {
  switch (of) {
    case 'application':
      return sql`select id from application where ${isId('id', id)}`;
    case 'audit':
      return sql`select application_id from audit where ${isId('id', id)}`;
    case 'finding':
      return sql`select application_id from finding where ${isId('id', id)}`;
  }
};

/**
 * A member of the panel who comes to a record of something before it, and has not declared, is led to where it does;
 * for everybody else there is nothing to lead to. Ask it when the record was not found in their sight.
 */
export async function declareFirst({ db, actor }: Scope<SignedIn>, of: Of, id: string): Promise<null> {
  if (actor.kind !== 'decider') return null;
  const matter = await db
    .selectFrom('decision_matter')
    .select('decision_matter.id')
    .where('decision_matter.state', '=', 'open')
    .where(sql<boolean>`decision_matter.application_id in (${applicationOf(of, id)})`)
    .orderBy('decision_matter.due_on')
    .limit(1)
    .executeTakeFirst();
  if (matter) throw redirect(`/scheme/decisions/${matter.id}`);
  return null;
}
