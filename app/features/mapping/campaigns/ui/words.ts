import type { CampaignState, InvitationState, RespondentRole } from '../../model.ts';

export const campaignWords: Record<CampaignState, string> = {
  draft: 'Being prepared',
  open: 'Open',
  closed: 'Closed',
};

export const invitationWords: Record<InvitationState, string> = {
  invited: 'Invited',
  opened: 'Begun',
  answered: 'Answered',
  declined: 'Declined',
  closed: 'Not answered',
};

export const roleWords: Record<RespondentRole, string> = {
  brand: 'Company',
  site: 'Site',
  recruiter: 'Recruiter',
  sub_agent: 'Sub-agent',
};

const refusals: Record<string, string> = {
  due_passed: 'Choose a last day after today: whoever is asked needs time to answer.',
  name_taken: 'You have a campaign of this name. Choose another name.',
  already_open: 'This campaign is open already.',
  not_open: 'This campaign is not open.',
  closed: 'This campaign is closed. Open it again first.',
  not_later: 'Choose a day after the last day there is now: nobody loses time they were given.',
  too_many: 'One campaign asks 10,000 suppliers at most. Make another one for the rest.',
  columns_missing:
    'This list has no columns “Name”, “What they are” and “Country”. Their heads stand in the first row.',
  same_party: 'That is the same party.',
  merged_already: 'One of them was brought together with another already. Open the page again.',
  file_missing: 'Choose a file.',
  unknown_recruiter: 'Nobody on the register has this number any more. Open the page again.',
  no_review_due: 'Nothing has to be looked at now.',
  reviewed_already: 'Somebody of yours looked at it already.',
};
export const refusalText = (refusal: string) => refusals[refusal] ?? 'This is not possible now.';
