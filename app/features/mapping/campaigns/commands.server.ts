import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvent, recordEvents } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Actor, Company, Scope } from '#app/platform/scope.ts';
import { publishQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { digestOf, tokenFor } from '../links.server.ts';
import { mostSuppliers, questionnaireName, respondentRoles, type CampaignState } from '../model.ts';
import { identityOf } from '../parties/identity.ts';
import { mayMap } from '../policy.ts';
import { newestVersion } from '../questionnaires/queries.server.ts';
import { shippedOf } from '../questionnaires/shipped.server.ts';
import type { CampaignForm, MoreTimeForm, SupplierForm } from './forms.ts';
import * as rules from './rules.ts';

const about = ({ actor, now }: Scope<Company>, subject: string) => ({
  ...{ actor, now, subject },
  related: [actor.organisationId],
});

export const makeCampaign = (scope: Scope<Company>, { name, message, dueOn }: CampaignForm) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    if (!mayMap(actor)) return refuse('forbidden');
    if (dueOn <= dayOf(now)) return refuse('due_passed');
    const made = await trx
      .insertInto('mapping_campaign')
      .values({
        ...{ company_id: actor.organisationId, name, message, due_on: dueOn },
        ...{ made_at: now, made_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.columns(['company_id', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('name_taken');
    for (const role of respondentRoles)
      await trx
        .insertInto('mapping_campaign_questionnaire')
        .values({
          campaign_id: made.id,
          role,
          questionnaire_version_id: await currentOf(trx, role, now),
        })
        .execute();
    await recordEvent(trx, about(scope, made.id), 'mapping.campaign_made', {});
    return ok({ id: made.id });
  });

/** The newest version of a role's questionnaire, published where it only came along until now. */
async function currentOf(trx: Transaction<Database>, role: (typeof respondentRoles)[number], now: Date) {
  const newest = await newestVersion(trx, questionnaireName(role));
  return publishQuestionnaire(trx, newest ?? shippedOf(role), now);
}

/** A company's own campaign, locked until the step is done. */
export async function lockCampaign(trx: Transaction<Database>, id: string, actor: Actor) {
  const row = await trx
    .selectFrom('mapping_campaign')
    .select(['id', 'company_id as companyId', 'state', 'due_on as dueOn'])
    .where(isId('id', id))
    .forUpdate()
    .executeTakeFirst();
  return row && mayMap(actor, row.companyId)
    ? { ...row, state: stateOf(row.state), dueOn: row.dueOn }
    : undefined;
}
const stateOf = (state: string): CampaignState =>
  state === 'open' ? 'open' : state === 'closed' ? 'closed' : 'draft';

/** From now on everybody named with an address is asked. */
export const openCampaign = (scope: Scope<Company>, id: string) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    const campaign = await lockCampaign(trx, id, actor);
    if (!campaign) return refuse('not_found');
    const decision = rules.open(campaign, dayOf(now));
    if (!decision.ok) return decision;
    await trx
      .updateTable('mapping_campaign')
      .set({ state: 'open', opened_at: now, closed_at: null })
      .where('id', '=', campaign.id)
      .execute();
    await trx
      .updateTable('mapping_invitation')
      .set({ state: 'invited' })
      .where('campaign_id', '=', campaign.id)
      .where('state', '=', 'closed')
      .execute();
    const waiting = await trx
      .selectFrom('mapping_invitation')
      .select('id')
      .where('campaign_id', '=', campaign.id)
      .where('state', '=', 'invited')
      .execute();
    await recordEvent(trx, about(scope, campaign.id), 'mapping.campaign_opened', {});
    await tellInvited(trx, scope, waiting);
    return ok({ id: campaign.id });
  });

export const closeCampaign = (scope: Scope<Company>, id: string) =>
  scope.db.transaction().execute(async (trx) => {
    const campaign = await lockCampaign(trx, id, scope.actor);
    if (!campaign) return refuse('not_found');
    const decision = rules.close(campaign);
    if (!decision.ok) return decision;
    await trx
      .updateTable('mapping_campaign')
      .set({ state: 'closed', closed_at: scope.now })
      .where('id', '=', campaign.id)
      .execute();
    await trx
      .updateTable('mapping_invitation')
      .set({ state: 'closed' })
      .where('campaign_id', '=', campaign.id)
      .where('state', 'in', ['invited', 'opened'])
      .execute();
    await recordEvent(trx, about(scope, campaign.id), 'mapping.campaign_closed', {});
    return ok({ id: campaign.id });
  });

export const giveMoreTime = (scope: Scope<Company>, id: string, { dueOn }: MoreTimeForm) =>
  scope.db.transaction().execute(async (trx) => {
    const campaign = await lockCampaign(trx, id, scope.actor);
    if (!campaign) return refuse('not_found');
    const decision = rules.giveMoreTime(campaign, { until: dueOn, today: dayOf(scope.now) });
    if (!decision.ok) return decision;
    await trx.updateTable('mapping_campaign').set({ due_on: dueOn }).where('id', '=', campaign.id).execute();
    await trx
      .updateTable('mapping_invitation')
      .set({ due_on: dueOn, reminded: 0 })
      .where('campaign_id', '=', campaign.id)
      .where('state', 'in', ['invited', 'opened'])
      .execute();
    await recordEvent(trx, about(scope, campaign.id), 'mapping.more_time_given', { until: dueOn });
    return ok({ id: campaign.id });
  });

/** Names suppliers, and prepares an invitation for each that has an address; who is named already stays as it is. */
export const nameSuppliers = (scope: Scope<Company>, id: string, suppliers: readonly SupplierForm[]) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    const campaign = await lockCampaign(trx, id, actor);
    if (!campaign) return refuse('not_found');
    if (campaign.state === 'closed') return refuse('closed');
    const { named } = await trx
      .selectFrom('mapping_invitation')
      .select(({ fn }) => fn.countAll<string>().as('named'))
      .where('campaign_id', '=', campaign.id)
      .executeTakeFirstOrThrow();
    if (Number(named) + suppliers.length > mostSuppliers) return refuse('too_many');
    const rows = suppliers.map((each) => ({
      ...each,
      kind: each.role,
      identity: identityOf({ ...each, kind: each.role }),
    }));
    await nameParties(trx, { companyId: actor.organisationId, now, rows });
    const invited = await invite(trx, {
      ...{ companyId: actor.organisationId, campaignId: campaign.id, now, dueOn: campaign.dueOn },
      ...{ tier: 1, invitedBy: null, rows },
    });
    await recordEvent(trx, about(scope, campaign.id), 'mapping.suppliers_named', { count: rows.length });
    if (campaign.state === 'open') await tellInvited(trx, scope, invited);
    return ok({ named: rows.length, invited: invited.length });
  });

/** Whom to invite, and which of the company's parties they are. */
type Invited = Pick<SupplierForm, 'email' | 'language'> & { role: string; identity: string };
type Row = Invited & Pick<SupplierForm, 'name' | 'country' | 'place' | 'licence'> & { kind: string };
type Naming = { companyId: string; now: Date; rows: readonly Row[] };

/** Thousands of rows are one statement, taken apart by the database. */
const nameParties = (trx: Kysely<Database>, { companyId, now, rows }: Naming) =>
  sql`
  insert into supply_party (company_id, kind, name, identity, country, place, licence, named_by_company, made_at)
  select distinct on (identity) ${companyId}::uuid, kind, name, identity, country, place, licence, true, ${now}::timestamptz
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (kind text, name text, identity text, country text, place text, licence text)
  on conflict (company_id, identity) do update set named_by_company = true`.execute(trx);

type Inviting = {
  companyId: string;
  now: Date;
  rows: readonly Invited[];
  campaignId: string;
  dueOn: string;
  tier: number;
  /** The invitation whose answer named them. */
  invitedBy: string | null;
};

/** Prepares an invitation for each that has an address and none in this campaign; the mails follow from the event. */
export async function invite(trx: Kysely<Database>, asked: Inviting) {
  const { companyId, campaignId, now, dueOn, tier, invitedBy } = asked;
  const rows = asked.rows
    .filter(({ email }) => email !== '')
    .map((row) => {
      const id = crypto.randomUUID();
      return { ...row, id, digest: digestOf(tokenFor('invitation', id)).toString('hex') };
    });
  if (rows.length === 0) return [];
  const read = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (id uuid, digest text, email text, role text, language text, identity text)`;
  await sql`insert into mapping_respondent (email, made_at) select distinct email, ${now}::timestamptz from ${read}
    on conflict (email) do nothing`.execute(trx);
  const { rows: made } = await sql<{ id: string }>`
    insert into mapping_invitation (id, campaign_id, company_id, party_id, respondent_id, role, invited_by, tier, language,
      token_digest, due_on, invited_at)
    select distinct on (coalesce(p.merged_into, p.id)) r.id, ${campaignId}::uuid, ${companyId}::uuid, coalesce(p.merged_into, p.id),
      m.id, r.role, ${invitedBy}::uuid, ${tier}::int, r.language, decode(r.digest, 'hex'), ${dueOn}::date, ${now}::timestamptz
    from ${read}
    join supply_party p on p.company_id = ${companyId}::uuid and p.identity = r.identity
    join mapping_respondent m on m.email = r.email
    on conflict (campaign_id, party_id) do nothing
    returning id`.execute(trx);
  return made;
}

/** Each is told by a mail of its own. */
export const tellInvited = (
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope, 'actor' | 'now'>,
  invited: readonly { id: string }[],
) =>
  recordEvents(
    trx,
    { actor, now },
    'mapping.invited',
    invited.map(({ id }) => ({ subject: id, related: [], payload: {} })),
  );
