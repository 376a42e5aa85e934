import type { Source } from '../chain/model.ts';

/** The ILO's eleven indicators of forced labour. */
export const forcedLabourIndicators = [
  'abuse_of_vulnerability',
  'deception',
  'restriction_of_movement',
  'isolation',
  'physical_and_sexual_violence',
  'intimidation_and_threats',
  'retention_of_identity_documents',
  'withholding_of_wages',
  'debt_bondage',
  'abusive_working_and_living_conditions',
  'excessive_overtime',
] as const;

/** What the scheme asks besides, because it alone makes a risk high: a worker paid, or a child was recruited. */
export const schemeIndicators = ['recruitment_fees', 'child_recruitment'] as const;

export const indicators = [...forcedLabourIndicators, ...schemeIndicators] as const;
export type Indicator = (typeof indicators)[number];

/** The strongest comes first. */
export const strengths = ['strong', 'medium', 'weak'] as const;
export type Strength = (typeof strengths)[number];

/** An answer that points to an indicator; `by` says whether workers told it, which a company reads of five together only. */
export type Hit = { indicator: Indicator; strength: Strength; by: 'worker' | 'party'; source: Source };

export const consistencyTests = [
  'agency_fee_below_costs',
  'paid_in_zero_fee_corridor',
  'wage_not_as_promised',
  'more_tiers_by_workers',
  'unlicensed_actor',
  'identical_answers',
] as const;
export type ConsistencyTest = (typeof consistencyTests)[number];

/** Answers that do not go together. `about` is a corridor or a party's id; null where it is the answers as a whole. */
export type Contradiction = { test: ConsistencyTest; about: string | null; sources: Source[] };

/** What somebody published of a country or a sector; `value` from 0 to 100, null where nobody knows. */
export type Datum = { key: string; value: number | null; source: string | null; year: number | null };

/** How well one criterion is kept, 0 to 4; null where nobody looked. */
export type Maturity = {
  criterion: string;
  level: number | null;
  weight: number;
  source: string | null;
  year: number | null;
};

export const partNames = ['origin', 'destination', 'sector', 'chain'] as const;
export const chainPartNames = ['tiers', 'informal', 'unlicensed', 'opaque', 'fees'] as const;
export type PartName = (typeof partNames)[number] | (typeof chainPartNames)[number] | 'control';

/**
 * One part of a score: what it counts, of 0 to 100, with which weight in the whole it is a part of, and where it comes from.
 * `key`: the country, sector or criterion. `known` is false where any of it stands in for what nobody knows.
 */
export type Part = {
  name: PartName;
  key: string | null;
  value: number;
  weight: number;
  source: string | null;
  year: number | null;
  known: boolean;
};

/** The lowest comes first. */
export const bands = ['low', 'medium', 'high', 'very_high'] as const;
export type Band = (typeof bands)[number];

/** `reckoned` is what the formula gives; `residual` what counts, after grave indicators have spoken. Control from 0 to 1. */
export type RiskScore = {
  model: string;
  inherent: number;
  control: number;
  reckoned: number;
  residual: number;
  band: Band;
  parts: Part[];
  chainParts: Part[];
  controlParts: Part[];
  overrides: Hit[];
  reviewDueOn: string | null;
};
