import type { Band, ConsistencyTest, Indicator, PartName, Strength } from '../model.ts';

export const bandNames: Record<Band, string> = {
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
  very_high: 'Very high risk',
};

export const partTitles: Record<PartName, string> = {
  origin: 'Country of origin',
  destination: 'Country of work',
  sector: 'Sector',
  chain: 'The chain itself',
  tiers: 'Parties between worker and employer',
  informal: 'Nothing in writing, or through introducers',
  unlicensed: 'No licence',
  opaque: 'What nobody says',
  fees: 'Who pays for recruitment',
  control: 'What is done about it',
};

export const indicatorNames: Record<Indicator, string> = {
  abuse_of_vulnerability: 'Abuse of vulnerability',
  deception: 'Deception',
  restriction_of_movement: 'Restriction of movement',
  isolation: 'Isolation',
  physical_and_sexual_violence: 'Physical and sexual violence',
  intimidation_and_threats: 'Intimidation and threats',
  retention_of_identity_documents: 'Retention of identity documents',
  withholding_of_wages: 'Withholding of wages',
  debt_bondage: 'Debt bondage',
  abusive_working_and_living_conditions: 'Abusive working and living conditions',
  excessive_overtime: 'Excessive overtime',
  recruitment_fees: 'Workers paid for the job',
  child_recruitment: 'Somebody under 18 was recruited',
};

export const strengthNames: Record<Strength, string> = { strong: 'Strong', medium: 'Medium', weak: 'Weak' };

/** What does not go together, and what to do about it: none of these proves anything by itself. */
export const testTexts: Record<ConsistencyTest, string> = {
  agency_fee_below_costs:
    'The agency is paid less than recruiting costs. Ask who pays the rest: often it is the worker.',
  paid_in_zero_fee_corridor: 'A worker paid where the law lets no worker be charged.',
  wage_not_as_promised: 'The wage is not the one that was promised.',
  more_tiers_by_workers: 'Workers met more people on their way than anybody described. Ask who is missing.',
  unlicensed_actor: 'Somebody in the chain works without a licence.',
  identical_answers: 'Several workers gave the very same answers. Perhaps somebody told them what to say.',
};
