import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Mentions } from './mention.ts';
import { mergeMentions } from './merge.ts';

/** Written by the house itself when an answer was shared (`drawStatement`); the shape is that of `Mentions`. */
const statement = z.object({
  nodes: z.custom<Mentions['nodes']>(Array.isArray),
  edges: z.custom<Mentions['edges']>(Array.isArray),
  corridors: z.custom<Mentions['corridors']>(Array.isArray),
});

/** What every standing share says of a company's chain, and which party each mention is. */
export async function statementsOf(db: Kysely<Database>, companyId: string, campaignId?: string) {
  const { rows } = await sql<{ shareId: string; statement: unknown; parties: Record<string, string> | null }>`
    select seen.share_id as "shareId",
      jsonb_build_object('nodes', s.nodes, 'edges', s.edges, 'corridors', s.corridors) as statement,
      (select jsonb_object_agg(m.node, coalesce(p.merged_into, p.id)) from supply_mention m
        join supply_party p on p.id = m.party_id where m.share_id = seen.share_id) as parties
    from seen_response seen join chain_statement s on s.share_id = seen.share_id
    where seen.company_id = ${companyId}::uuid
      ${campaignId === undefined ? sql`` : sql`and seen.campaign_id = ${campaignId}::uuid`}
    order by seen.given_at, seen.share_id`.execute(db);
  return rows.map(({ shareId, parties, ...row }) => ({
    ...statement.parse(row.statement),
    shareId,
    parties: parties ?? {},
  }));
}

/** A company's whole chain, or that of one campaign: everything that is shared with it, merged into one. */
export async function findChain({ db, actor }: Scope<Company>, campaignId?: string) {
  const companyId = actor.organisationId;
  const statements = await statementsOf(db, companyId, campaignId);
  const parties = new Map(statements.flatMap((each) => Object.entries(each.parties)));
  const matched = await db
    .selectFrom('seen_party')
    .select(['id', 'recruiter_id as recruiterId'])
    .where('company_id', '=', companyId)
    .where('recruiter_id', 'is not', null)
    .execute();
  const recruiters = new Map(matched.map(({ id, recruiterId }) => [id, recruiterId]));
  return {
    ...mergeMentions(statements, {
      identityOf: ({ key }) => parties.get(key) ?? key,
      recruiterOf: ({ key }) => recruiters.get(parties.get(key) ?? '') ?? null,
    }),
    corridors: statements.flatMap(({ corridors }) => corridors),
    statements,
  };
}
