import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { riskShape, defaultRisk } from '#app/features/scheme/terms.ts';
import type { RiskModel } from '#app/features/scheme/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import type { Mentions } from '../../chain/mention.ts';
import { mergeMentions } from '../../chain/merge.ts';
import { zeroFeeAmong } from '../../corridors/national/queries.server.ts';
import { workersOf } from '../../voice/queries.server.ts';
import { knownInputs } from '../inputs/queries.server.ts';
import type { Maturity } from '../model.ts';
import type { Told } from '../told.ts';
import type { Facts } from './model.ts';

/** The risk model of the newest version of the scheme; versions from before there was one are reckoned with the proposed one. */
export async function currentModel(db: Kysely<Database>): Promise<RiskModel> {
  const row = await db
    .selectFrom('scheme_version')
    .select(sql<unknown>`terms -> 'risk'`.as('risk'))
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return riskShape.catch(defaultRisk).parse(row?.risk ?? defaultRisk);
}

/** All that one company's scores are reckoned from, through the doors by which the company itself reads answers. */
export async function factsOf(db: Kysely<Database>, companyId: string, now: Date): Promise<Facts> {
  const statements = await statementsOf(db, companyId);
  const partyOfKey = new Map(statements.flatMap(({ parties }) => Object.entries(parties)));
  const chain = mergeMentions(statements, { identityOf: ({ key }) => partyOfKey.get(key) ?? key });
  const answers = await answersOf(db, companyId);
  const told = new Map<string, Told[]>();
  for (const { partyId, ...each } of answers) told.set(partyId, [...(told.get(partyId) ?? []), each]);
  for (const { partyId, workers } of await workersAt(db, companyId))
    told.set(partyId, [...(told.get(partyId) ?? []), ...workers]);
  const corridors = chain.edges.flatMap(({ origin, destination }) =>
    origin && destination ? [`${origin}-${destination}`] : [],
  );
  return {
    ...{ chain, told, answeredIn: yearOf(answers) },
    // A node is a party's id, or the key of a mention whose name is withheld.
    partyOf: new Map(chain.nodes.map(({ id }) => [id, partyOfKey.get(id) ?? id])),
    sharesOf: sharesIn([...statements, ...answers]),
    controls: await controlsOf(db, companyId),
    inputs: await knownInputs({ db }),
    zeroFee: await zeroFeeAmong({ db, now }, [...new Set(corridors)]),
  };
}

function sharesIn(all: readonly { responseId: string; shareId: string }[]) {
  const shares = new Map<string, string[]>();
  for (const { responseId, shareId } of all)
    shares.set(responseId, [...(shares.get(responseId) ?? []), shareId]);
  return shares;
}

const yearOf = (answers: readonly { submittedAt: Date | null }[]) =>
  answers.reduce<number | null>((latest, { submittedAt }) => {
    const year = submittedAt ? Number(dayOf(submittedAt).slice(0, 4)) : null;
    return year !== null && (latest === null || year > latest) ? year : latest;
  }, null);

/** Drawn by the house itself when an answer was shared; the shape is that of `Mentions`. */
const drawn = z.object({
  ...{ shareId: z.string(), responseId: z.string(), parties: z.record(z.string(), z.string()).nullable() },
  nodes: z.custom<Mentions['nodes']>(Array.isArray),
  edges: z.custom<Mentions['edges']>(Array.isArray),
});

async function statementsOf(db: Kysely<Database>, companyId: string) {
  const { rows } = await sql`
    select seen.share_id as "shareId", seen.response_id as "responseId", s.nodes, s.edges,
      (select jsonb_object_agg(m.node, coalesce(p.merged_into, p.id)) from supply_mention m
        join supply_party p on p.id = m.party_id where m.share_id = seen.share_id) as parties
    from seen_response seen join chain_statement s on s.share_id = seen.share_id
    where seen.company_id = ${companyId}::uuid order by seen.given_at, seen.share_id`.execute(db);
  return z
    .array(drawn)
    .parse(rows)
    .map((row) => ({ ...row, corridors: [], parties: row.parties ?? {} }));
}

const answered = z.object({
  ...{
    shareId: z.string(),
    responseId: z.string(),
    partyId: z.string(),
    role: z.string(),
    bound: z.string(),
  },
  ...{ sections: z.array(z.string()), submittedAt: z.date().nullable() },
  answers: z.custom<Answers>((value) => typeof value === 'object').nullable(),
});

/** What is shared with the company, the questions of the shared sections alone. */
async function answersOf(db: Kysely<Database>, companyId: string) {
  const { rows } = await sql`
    select seen.share_id as "shareId", seen.response_id as "responseId", coalesce(p.merged_into, p.id) as "partyId",
      seen.role, seen.questionnaire_version_id as bound, seen.sections, seen.submitted_at as "submittedAt",
      (select jsonb_object_agg(a.question, a.value) from mapping_answer a where a.response_id = seen.response_id) as answers
    from seen_response seen join supply_party p on p.id = seen.party_id
    where seen.company_id = ${companyId}::uuid order by seen.share_id`.execute(db);
  const told = [];
  for (const { bound, sections, answers, ...row } of z.array(answered).parse(rows)) {
    const questionnaire = await publishedQuestionnaire(db, bound);
    const shared = new Set(
      questionnaire.sections
        .filter(({ name }) => sections.includes(name))
        .flatMap(({ questions }) => questions.map(({ name }) => name)),
    );
    const seen = Object.entries(answers ?? {}).filter(([question]) => shared.has(question));
    told.push({ ...row, answers: Object.fromEntries(seen) });
  }
  return told;
}

async function workersAt(db: Kysely<Database>, companyId: string) {
  const asked = await db
    .selectFrom('voice_poster')
    .innerJoin('supply_party', 'supply_party.id', 'voice_poster.party_id')
    .select(({ fn }) => fn.coalesce('supply_party.merged_into', 'supply_party.id').as('partyId'))
    .distinct()
    .where('voice_poster.company_id', '=', companyId)
    .execute();
  const heard = [];
  for (const { partyId } of asked) heard.push({ partyId, workers: await workersOf(db, companyId, partyId) });
  return heard;
}

/** What a certificate shows of control, of 0 to 4; proposed. Whoever never had one is unknown. */
const levels: Record<string, number> = { active: 3, active_under_watch: 2 };

async function controlsOf(db: Kysely<Database>, companyId: string): Promise<Map<string, Maturity>> {
  const rows = await db
    .selectFrom('seen_party as party')
    .innerJoin('certificate', 'certificate.organisation_id', 'party.recruiter_id')
    .select(['party.id', 'certificate.status', 'certificate.number', 'certificate.since'])
    .where('party.company_id', '=', companyId)
    .orderBy('certificate.valid_from')
    .execute();
  return new Map(
    rows.map(({ id, status, number, since }): [string, Maturity] => [
      id ?? '',
      {
        ...{ criterion: 'certificate', level: levels[status] ?? 0, weight: 1 },
        ...{ source: `Register: ${number}`, year: since.getUTCFullYear() },
      },
    ]),
  );
}
