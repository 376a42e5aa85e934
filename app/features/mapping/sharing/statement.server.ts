import { sql, type Transaction } from 'kysely';

import type { Answers, Questionnaire } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import type { Mention } from '../chain/mention.ts';
import { mentionsOf } from '../chain/of-answers.ts';
import type { RespondentRole } from '../model.ts';
import { hiddenIdentity, identityOf } from '../parties/identity.ts';
import { seenAnswers, upstreamIn } from './rules.ts';

type Shared = {
  shareId: string;
  invitationId: string;
  companyId: string;
  responseId: string;
  role: RespondentRole;
  /** Who answered, as the company knows them. */
  partyId: string;
  party: string | null;
  questionnaire: Questionnaire;
  answers: Answers;
  sections: readonly string[];
  now: Date;
};

/**
 * Writes down what an answer says of the chain, as far as its buyer may see it, and whom of the buyer's parties it speaks
 * of. A party nobody named before is added; one whose name is withheld stays without it, and is nobody else's: also when it
 * answers by itself, which does not tell who had named it.
 */
export async function drawStatement(trx: Transaction<Database>, shared: Shared) {
  const { shareId, companyId, responseId, role, questionnaire, sections, now } = shared;
  const seen = seenAnswers(questionnaire, shared.answers, sections);
  const { nodes, edges, corridors } = mentionsOf(
    role,
    { name: shared.party ?? '', country: null, place: null },
    seen,
    responseId,
  );
  await trx
    .insertInto('chain_statement')
    .values({
      share_id: shareId,
      nodes: JSON.stringify(nodes),
      edges: JSON.stringify(edges),
      corridors: JSON.stringify(corridors),
    })
    .execute();
  const rows = nodes.map((node) => ({
    ...{ node: node.key, kind: node.kind, name: nameOf(node), country: node.country },
    ...{
      place: node.place ?? '',
      identity: identityIn(node, shared),
      own: node.respondent && (shared.party !== null || nameOf(node) === null),
    },
  }));
  const read = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (node text, kind text, name text, country text, place text, identity text, own boolean)`;
  await sql`
    insert into supply_party (company_id, kind, name, identity, country, place, named_by_company, made_at)
    select distinct on (identity) ${companyId}::uuid, kind, name, identity, country, left(place, 200), false, ${now}::timestamptz
    from ${read} where not own on conflict (company_id, identity) do nothing`.execute(trx);
  await sql`
    insert into supply_mention (share_id, node, company_id, party_id)
    select ${shareId}::uuid, r.node, ${companyId}::uuid, case when r.own then ${shared.partyId}::uuid else p.id end
    from ${read} left join supply_party p on p.company_id = ${companyId}::uuid and p.identity = r.identity
    on conflict do nothing`.execute(trx);
}

const nameOf = ({ name, withheld }: Mention) => (withheld || !name.trim() ? null : name.trim().slice(0, 200));

/** Whose name the buyer may not see is told from others by the name they were given to us under. */
function identityIn(node: Mention, { invitationId, answers }: Pick<Shared, 'invitationId' | 'answers'>) {
  if (nameOf(node) !== null) return identityOf(node);
  const { path } = node.source;
  const named = upstreamIn(answers).find(({ row }) => path.startsWith(`upstream[${row}]`));
  return hiddenIdentity(invitationId, named ? identityOf({ ...node, name: named.name }) : path);
}
