import type { Kysely } from 'kysely';

import type { Scope } from '#app/platform/scope.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { publishedQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import { digestOf } from '../links.server.ts';
import {
  invitationStates,
  languageIn,
  respondentRoles,
  type InvitationState,
  type MappingLanguage,
  type RespondentRole,
} from '../model.ts';

/** Whoever came by a personal link: what they are asked, by whom, and which sections are theirs. */
export type Visit = {
  invitationId: string;
  respondentId: string;
  companyId: string;
  /** The company that asks. */
  company: string;
  campaignId: string;
  message: string;
  dueOn: string;
  state: InvitationState;
  role: RespondentRole;
  tier: number;
  partyId: string;
  /** As they were named; null where it was withheld. */
  party: string | null;
  language: MappingLanguage;
  responseId: string | null;
  sent: boolean;
  questionnaire: Questionnaire;
  /** A colleague's own link; null is whoever was invited. */
  hand: { id: string; sections: string[] } | null;
};

export const namesOf = ({ sections }: Questionnaire) => sections.map(({ name }) => name);

type House = Pick<Scope, 'db'>;

/** Who came by a link; undefined for what is no link, or was ended. */
export async function findVisit({ db }: House, token: string): Promise<Visit | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const digest = digestOf(token);
  const hand = await db
    .selectFrom('mapping_hand')
    .select(['id', 'sections', 'invitation_id as invitationId'])
    .where('token_digest', '=', digest)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const row = await invitations(db)
    .$if(hand !== undefined, (query) => query.where('invitation.id', '=', hand?.invitationId ?? ''))
    .$if(hand === undefined, (query) => query.where('invitation.token_digest', '=', digest))
    .executeTakeFirst();
  if (!row || row.campaignState === 'draft') return undefined;
  const { bound, campaignState: _campaign, responseState, language, responseLanguage, ...visit } = row;
  return {
    ...visit,
    state: invitationStates.find((each) => each === row.state) ?? 'closed',
    role: respondentRoles.find((each) => each === row.role) ?? 'site',
    language: languageIn(responseLanguage ?? language),
    sent: responseState === 'submitted',
    questionnaire: await publishedQuestionnaire(db, bound),
    hand: hand ? { id: hand.id, sections: hand.sections } : null,
  };
}

const invitations = (db: Kysely<Database>) =>
  db
    .selectFrom('mapping_invitation as invitation')
    .innerJoin('mapping_campaign as campaign', 'campaign.id', 'invitation.campaign_id')
    .innerJoin('organisation as company', 'company.id', 'invitation.company_id')
    .innerJoin('supply_party as party', 'party.id', 'invitation.party_id')
    .innerJoin('mapping_campaign_questionnaire as asked', (join) =>
      join
        .onRef('asked.campaign_id', '=', 'invitation.campaign_id')
        .onRef('asked.role', '=', 'invitation.role'),
    )
    .leftJoin('mapping_response as response', 'response.id', 'invitation.response_id')
    .select(['invitation.id as invitationId', 'invitation.respondent_id as respondentId', 'invitation.state'])
    .select(['invitation.company_id as companyId', 'invitation.campaign_id as campaignId', 'invitation.role'])
    .select(['invitation.due_on as dueOn', 'invitation.tier', 'invitation.party_id as partyId'])
    .select(['invitation.language', 'invitation.response_id as responseId', 'company.name as company'])
    .select(['campaign.message', 'campaign.state as campaignState', 'party.name as party'])
    .select(['response.state as responseState', 'response.language as responseLanguage'])
    // An answer is bound to the version it was begun under.
    .select(({ fn }) =>
      fn.coalesce('response.questionnaire_version_id', 'asked.questionnaire_version_id').as('bound'),
    );
