import { feeCategories } from '#app/questionnaire/fee-categories.ts';

export const wagePeriods = ['month', 'week', 'day', 'hour'] as const;
export type WagePeriod = (typeof wagePeriods)[number];
export const periodNames: Record<WagePeriod, string> = {
  month: 'a month',
  week: 'a week',
  day: 'a day',
  hour: 'an hour',
};

/** Who gives a bed, or meals: nothing is taken for it, it is taken from the wage, or everybody sees to it alone. */
export const provisions = ['free', 'deducted', 'own'] as const;
export type Provision = (typeof provisions)[number];
export const provisionNames: Record<Provision, string> = {
  free: 'Provided, nothing is taken for it',
  deducted: 'Provided, and taken from the wage each month',
  own: 'Not provided',
};

/** What a worker pays by each category of domain 3.2: the only value the database takes. */
export const noCosts = Object.fromEntries(Object.keys(feeCategories).map((code) => [code, 0]));
export const costNames = Object.values(feeCategories);

export const ownReasons = ['filled', 'employer_cancelled', 'terms_changed', 'mistake'] as const;
export const officerReasons = [
  'workers_charged',
  'employer_denies',
  'terms_differ',
  'not_approved',
  'harm_feared',
] as const;
export type OwnReason = (typeof ownReasons)[number];
export type OfficerReason = (typeof officerReasons)[number];

export const withdrawalNames: Record<OwnReason | OfficerReason, string> = {
  filled: 'Everybody was found',
  employer_cancelled: 'The employer called it off',
  terms_changed: 'Its terms changed',
  mistake: 'It was published by mistake',
  workers_charged: 'Workers were asked for money',
  employer_denies: 'The employer does not know of it',
  terms_differ: 'The contract says something else',
  not_approved: 'It has not the approval the state asks for',
  harm_feared: 'Workers may be harmed there',
};

/** Days as ISO text; `lodgingMinor` and `foodMinor` a month, in the currency of the wage, where something is taken. */
export type JobTerms = {
  employer: string;
  employerLocal: string | null;
  occupation: string;
  origin: string;
  country: string;
  city: string;
  positions: number;
  wageMinor: number;
  currency: string;
  wagePeriod: WagePeriod;
  weeklyHours: number;
  contractMonths: number;
  startsFrom: string;
  startsUntil: string;
  lodging: Provision;
  lodgingMinor: number | null;
  food: Provision;
  foodMinor: number | null;
  closesOn: string;
};

/** Derived, never stored. `paused`: its recruiter has no certificate in force for this way now. */
export const jobStates = ['open', 'closed', 'paused', 'withdrawn'] as const;
export type JobState = (typeof jobStates)[number];

export type JobOrder = JobTerms & { number: string; publishedOn: string; state: JobState };

export const mostOpen = 500;
