import { randomBytes, randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import { mentionsOf } from '#app/features/mapping/chain/of-answers.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { publishQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import site from '#db/reference/questionnaires/mapping-site-1.json' with { type: 'json' };

const asked = questionnaireShape.parse(site);
const everySection = asked.sections.map(({ name }) => name);

/** An answer of a site that is shared with a company, as the house writes it down; `by` whom the company knows it. */
export async function aSharedAnswer(
  { db, actor, now }: Scope<Company>,
  { by, answers, sections = everySection }: { by: string; answers: Answers; sections?: string[] },
) {
  const company = { company_id: actor.organisationId };
  await db.transaction().execute((trx) => publishQuestionnaire(trx, asked, now));
  const one = async <
    T extends
      'mapping_campaign' | 'mapping_respondent' | 'mapping_response' | 'mapping_invitation' | 'mapping_share',
  >(
    table: T,
    values: object,
  ) => {
    // What campaigns write step by step is written at once here, whatever their own commands ask first.
    const row = JSON.stringify({ id: randomUUID(), ...values });
    const columns = sql.join(Object.keys({ id: '', ...values }).map((column) => sql.ref(column)));
    const { rows } = await sql<{ id: string }>`
      insert into ${sql.table(table)} (${columns}) select ${columns}
      from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb) returning id`.execute(db);
    return rows[0]?.id ?? '';
  };
  const campaign = await one('mapping_campaign', {
    ...{ ...company, company_kind: 'company', name: randomUUID(), message: '', due_on: '2026-12-01' },
    ...{ state: 'draft', made_at: now, made_by: actor.accountId },
  });
  const respondent = await one('mapping_respondent', { email: `${randomUUID()}@site.example`, made_at: now });
  const response = await one('mapping_response', {
    ...{ respondent_id: respondent, role: 'site', questionnaire_version_id: asked.id, language: 'en' },
    ...{ state: 'draft', begun_at: now },
  });
  for (const [question, value] of Object.entries(answers))
    await db
      .insertInto('mapping_answer')
      .values({ response_id: response, question, value: JSON.stringify(value), revision: 1, saved_at: now })
      .execute();
  await db
    .updateTable('mapping_response')
    .set({ state: 'submitted', submitted_at: now })
    .where('id', '=', response)
    .execute();
  const invitation = await one('mapping_invitation', {
    ...{ campaign_id: campaign, ...company, party_id: by, respondent_id: respondent, role: 'site', tier: 1 },
    ...{
      language: 'en',
      token_digest: `\\x${randomBytes(32).toString('hex')}`,
      state: 'invited',
      reminded: 0,
    },
    ...{ due_on: '2026-12-01', invited_at: now },
  });
  const share = await one('mapping_share', {
    ...{
      response_id: response,
      ...company,
      invitation_id: invitation,
      sections,
      given_at: now,
      replaced: false,
    },
  });
  await drawn({ db, actor, now }, { share, response, by, answers });
  return { share, response };
}

type Drawn = { share: string; response: string; by: string; answers: Answers };

async function drawn({ db, actor, now }: Scope<Company>, { share, response, by, answers }: Drawn) {
  const { nodes, edges } = mentionsOf('site', { name: '', country: null, place: null }, answers, response);
  await db
    .insertInto('chain_statement')
    .values({ share_id: share, nodes: JSON.stringify(nodes), edges: JSON.stringify(edges) })
    .execute();
  for (const { key, kind, name, respondent } of nodes) {
    const party = respondent ? by : await aParty({ db, actor, now }, kind, name);
    await db
      .insertInto('supply_mention')
      .values({ share_id: share, node: key, company_id: actor.organisationId, party_id: party })
      .execute();
  }
}

/** Somebody of a company's chain; the same one for the same kind and name. */
export async function aParty({ db, actor, now }: Scope<Company>, kind: string, name: string) {
  const row = { company_id: actor.organisationId, kind, name: name || null, identity: `${kind} ${name}` };
  await db
    .insertInto('supply_party')
    .values({ ...row, country: null, named_by_company: false, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db
    .selectFrom('supply_party')
    .select('id')
    .where('identity', '=', row.identity)
    .where('company_id', '=', actor.organisationId)
    .executeTakeFirstOrThrow();
  return id;
}

/** Taken back, as whoever gave it takes it back. */
export const takenBack = ({ db, now }: Scope, share: string) =>
  db.updateTable('mapping_share').set({ withdrawn_at: now }).where('id', '=', share).execute();
