import type { Kysely } from 'kysely';

import { enterInBook } from '#app/features/mapping/corridors/commands.server.ts';
import { writeRule } from '#app/features/mapping/corridors/national/commands.server.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { entryForm, ruleForm } from '#tests/support/factories/corridors.ts';

/** An entry of the corridor book, and a national rule. */
export async function corridorNames(db: Kysely<Database>, actor: Officer) {
  const scope = { db, actor, now: new Date() };
  const entry = done(await enterInBook(scope, entryForm));
  const rule = done(await writeRule(scope, ruleForm));
  return {
    ...{ 'corridors/:id': entry.id, 'rules/:id': rule.id },
    ...{ 'corridors/:origin': 'NP', ':origin/:destination': 'QA' },
  };
}
