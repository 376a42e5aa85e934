import { sql, type Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { campaignStates, invitationStates, type CampaignState } from '../model.ts';
import { progressOf } from './rules.ts';

const stateIn = <T extends string>(states: readonly [T, ...T[]], state: string): T =>
  states.find((each) => each === state) ?? states[0];

const campaigns = (db: Kysely<Database>, companyId: string) =>
  db
    .selectFrom('mapping_campaign as campaign')
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.message',
      'campaign.state',
      'campaign.due_on as dueOn',
    ])
    .where('campaign.company_id', '=', companyId);

export type Campaign = { id: string; name: string; message: string; state: CampaignState; dueOn: string };

export async function findCampaign({ db, actor }: Scope<Company>, id: string): Promise<Campaign | undefined> {
  const row = await campaigns(db, actor.organisationId).where(isId('campaign.id', id)).executeTakeFirst();
  return row && { ...row, state: stateIn(campaignStates, row.state) };
}

/** A company's campaigns with how many were asked and answered, the newest first. */
export async function listCampaigns({ db, actor }: Scope<Company>) {
  const rows = await campaigns(db, actor.organisationId)
    .leftJoin('mapping_invitation as invitation', 'invitation.campaign_id', 'campaign.id')
    .select(({ fn }) => [
      fn.count<string>('invitation.id').as('invited'),
      fn.count<string>('invitation.id').filterWhere('invitation.state', '=', 'answered').as('answered'),
    ])
    .groupBy('campaign.id')
    .orderBy('campaign.made_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row,
    state: stateIn(campaignStates, row.state),
    invited: Number(row.invited),
    answered: Number(row.answered),
  }));
}

/** How far a campaign has come, or all of a company's together. */
export async function findProgress({ db, actor }: Scope<Company>, campaignId?: string) {
  const rows = await db
    .selectFrom('mapping_invitation')
    .select(({ fn }) => ['state', 'tier', fn.countAll<string>().as('count')])
    .where('company_id', '=', actor.organisationId)
    .$if(campaignId !== undefined, (query) => query.where('campaign_id', '=', campaignId ?? ''))
    .groupBy(['state', 'tier'])
    .execute();
  return progressOf(
    rows.map(({ state, tier, count }) => ({
      ...{ state: stateIn(invitationStates, state), tier, count: Number(count) },
    })),
  );
}

type Page = { limit: number; offset: number };

/** Whether something that was shared by an invitation was taken back, and no later answer took its place. */
const wasWithdrawn =
  sql<boolean>`exists (select 1 from mapping_share share where share.invitation_id = invitation.id
  and share.withdrawn_at is not null and not share.replaced)`.as('withdrawn');

/**
 * Who is asked in a campaign. Of those a respondent named, a company learns the name only where it may see it; of a
 * withdrawn answer, that something was withdrawn.
 */
export async function listInvited({ db, actor }: Scope<Company>, campaignId: string, page: Page) {
  const rows = await db
    .selectFrom('mapping_invitation as invitation')
    .innerJoin('supply_party as party', 'party.id', 'invitation.party_id')
    .leftJoin('seen_party as seen', 'seen.id', 'party.id')
    .leftJoin('seen_response as response', (join) =>
      join
        .onRef('response.invitation_id', '=', 'invitation.id')
        .on('response.company_id', '=', actor.organisationId),
    )
    .select([
      'invitation.id',
      'invitation.state',
      'invitation.role',
      'invitation.tier',
      'invitation.due_on as dueOn',
    ])
    .select(['invitation.decline_reason as declineReason', 'seen.name', 'seen.country', 'seen.id as partyId'])
    .select(['response.share_id as shareId'])
    .select(wasWithdrawn)
    .where('invitation.campaign_id', '=', campaignId)
    .where('invitation.company_id', '=', actor.organisationId)
    .orderBy('invitation.tier')
    .orderBy('invitation.invited_at')
    .orderBy('invitation.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    ...row,
    state: stateIn(invitationStates, row.state),
    withdrawn: row.withdrawn && row.shareId === null,
  }));
}
