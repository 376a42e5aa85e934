import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayCheckLists } from '../lists/policy.ts';
import { findList } from '../lists/queries.server.ts';
import type { PortfolioForm } from './forms.ts';
import { mostPortfolios } from './model.ts';
import { countPortfolios } from './queries.server.ts';

const about = ({ actor, now }: Scope<Company>) => ({
  ...{ actor, now },
  ...{ subject: actor.organisationId, related: [actor.organisationId] },
});

/** Keeps the recruiters of a list that was checked under a name: matches, and candidates that somebody confirmed. */
export const savePortfolio = (scope: Scope<Company>, listId: string, { name }: PortfolioForm) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    if (!mayCheckLists(actor)) return refuse('forbidden');
    const companyId = actor.organisationId;
    await trx.selectFrom('organisation').select('id').where('id', '=', companyId).forNoKeyUpdate().execute();
    const list = await findList({ ...scope, db: trx }, listId);
    if (!list?.verificationId) return refuse('not_found');
    if ((await countPortfolios(trx, companyId)) >= mostPortfolios) return refuse('too_many_portfolios');
    const made = await trx
      .insertInto('portfolio')
      .values({ company_id: companyId, name, made_at: now, made_by: actor.accountId })
      .onConflict((conflict) => conflict.columns(['company_id', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('name_taken');
    const saved = await insertEntries(trx, made.id, { listId: list.id, verificationId: list.verificationId });
    if (saved === 0) {
      await trx.deleteFrom('portfolio').where('id', '=', made.id).execute();
      return refuse('nobody_to_save');
    }
    await recordEvent(trx, about(scope), 'portfolio.saved', { portfolioId: made.id });
    return ok({ id: made.id, recruiters: saved });
  });

async function insertEntries(
  trx: Transaction<Database>,
  portfolioId: string,
  { listId, verificationId }: { listId: string; verificationId: string },
) {
  // From table to table, so that ten thousand rows never leave the database.
  const { numAffectedRows } = await sql`
    insert into portfolio_entry (portfolio_id, recruiter_id, ref)
    select ${portfolioId}, r.organisation_id, min(nullif(left(l.asked ->> 'ref', 200), ''))
    from verification_line l
    left join list_choice c on c.check_id = ${listId} and c.line = l.position
    join registration r on r.number = case l.outcome
      when 'match' then l.answered ->> 'registrationNumber' else c.registration_number end
    where l.verification_id = ${verificationId}
    group by r.organisation_id`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

export const deletePortfolio = (scope: Scope<Company>, id: string) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor } = scope;
    if (!mayCheckLists(actor)) return refuse('forbidden');
    const gone = await trx
      .deleteFrom('portfolio')
      .where('company_id', '=', actor.organisationId)
      .where(isId('id', id))
      .returning('id')
      .executeTakeFirst();
    if (!gone) return refuse('not_found');
    await recordEvent(trx, about(scope), 'portfolio.deleted', { portfolioId: gone.id });
    return ok({ id: gone.id });
  });
