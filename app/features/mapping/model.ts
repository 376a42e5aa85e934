import type { ActorKind } from './chain/model.ts';

/** Words of the mapping of labour supply chains (domain 3 and 7), shared by its drawers. */

/** Who is asked by a personal link; workers are asked by a poster, without any. */
export const respondentRoles = ['brand', 'site', 'recruiter', 'sub_agent'] as const;
export type RespondentRole = (typeof respondentRoles)[number];

export const campaignStates = ['draft', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const invitationStates = ['invited', 'opened', 'answered', 'declined', 'closed'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Languages respondents are asked in (issue of mapping; ISO 639-1). */
export const mappingLanguages = [
  'en',
  'es',
  'fr',
  'ar',
  'hi',
  'bn',
  'ne',
  'id',
  'vi',
  'th',
  'my',
  'zh',
] as const;
export type MappingLanguage = (typeof mappingLanguages)[number];

export const languageIn = (code: string | null | undefined): MappingLanguage =>
  mappingLanguages.find((each) => each === code) ?? 'en';

/** How far a chain is followed: longer ones are circles, or mistakes. */
export const mostTiers = 20;

/** Suppliers a company may name at once, and in one campaign. */
export const mostSuppliers = 10_000;

/** As questionnaires of each role are named. */
export const questionnaireName = (role: RespondentRole | 'worker') => `mapping_${role}`;

/** The questionnaire that asks an actor of this kind; nobody else is asked by link. */
export function roleOf(kind: ActorKind): RespondentRole | undefined {
  switch (kind) {
    case 'brand':
      return 'brand';
    case 'site':
    case 'employer':
      return 'site';
    case 'recruiter':
    case 'destination_agency':
      return 'recruiter';
    case 'sub_agent':
    case 'introducer':
      return 'sub_agent';
    default:
      return undefined;
  }
}
