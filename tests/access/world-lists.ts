import type { Kysely } from 'kysely';

import { savePortfolio } from '#app/features/register/verifications/portfolios/commands.server.ts';
import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCheckedList } from '#tests/support/factories/lists.ts';

/** A list that the company had checked, and the portfolio it made of it. */
export async function listNames(db: Kysely<Database>, actor: Company) {
  const scope = { db, actor, now: new Date() };
  const columns = { headed: true, places: { registrationNumber: 0 } };
  const list = await aCheckedList(scope, 'Number,Code\nLRN00012603,a\nLRN99999999,b\n', columns);
  const portfolio = done(await savePortfolio(scope, list.id, { name: 'Doha' }));
  return { 'lists/:id': list.id, 'portfolios/:id': portfolio.id };
}
