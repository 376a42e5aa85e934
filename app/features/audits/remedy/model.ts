import type { Day } from '#app/platform/calendar.ts';

/** Harm to workers that has to be made good before its finding closes. */
export const harms = ['fee_charged', 'documents_held', 'wages', 'other'] as const;
export type Harm = (typeof harms)[number];

export const harmNames: Record<Harm, string> = {
  fee_charged: 'A fee or a cost was charged',
  documents_held: 'Passports or other papers were held',
  wages: 'Wages were kept or cut',
  other: 'Other harm',
};

/** How far the remedy of a finding is: nothing to make good, not begun, running, complete. */
export type RemedyStanding = 'none' | 'owed' | 'open' | 'completed';

/** Fee and cost categories of domain 3.2, and what harms workers without being a fee. */
export const categories = [
  'FEE_SERVICE',
  'FEE_THIRD_PARTY',
  'FEE_DIRECT',
  'FEE_RECOVERY',
  'COST_MEDICAL',
  'COST_INSURANCE',
  'COST_SKILL_TEST',
  'COST_TRAINING',
  'COST_EQUIPMENT',
  'COST_TRAVEL_LODGING',
  'COST_ADMIN',
  'ILLICIT_BRIBE',
  'ILLICIT_KICKBACK',
  'ILLICIT_EXTORTION_TRIBUTE',
  'ILLICIT_BOND',
  'ILLICIT_COST_RECOVERY',
  'ILLICIT_COLLATERAL',
  'ILLICIT_INFLATED',
  'WAGES',
  'OTHER',
] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Record<Category, string> = {
  FEE_SERVICE: 'Fee for matching or placing',
  FEE_THIRD_PARTY: 'Fee for work at a third party',
  FEE_DIRECT: 'Fee for direct recruitment',
  FEE_RECOVERY: 'Payment to win back fees',
  COST_MEDICAL: 'Medical examinations and vaccinations',
  COST_INSURANCE: 'Insurance and welfare funds',
  COST_SKILL_TEST: 'Language and skill tests',
  COST_TRAINING: 'Training and orientation',
  COST_EQUIPMENT: 'Tools, uniforms, safety gear',
  COST_TRAVEL_LODGING: 'Travel, lodging and food',
  COST_ADMIN: 'Documents, visas, permits, clearances',
  ILLICIT_BRIBE: 'Bribe',
  ILLICIT_KICKBACK: 'Kick-back',
  ILLICIT_EXTORTION_TRIBUTE: 'Extortion or tribute',
  ILLICIT_BOND: 'Bond or deposit',
  ILLICIT_COST_RECOVERY: 'Recovery of an illegitimate cost',
  ILLICIT_COLLATERAL: 'Collateral',
  ILLICIT_INFLATED: 'Inflated cost',
  WAGES: 'Wages',
  OTHER: 'Other harm',
};

export const payers = ['recruiter', 'partner', 'employer', 'other'] as const;
type Payer = (typeof payers)[number];
export const payerNames: Record<Payer, string> = {
  recruiter: 'The recruiter',
  partner: 'A partner or sub-agent',
  employer: 'The employer',
  other: 'Somebody else',
};

type Written = { id: string; position: number; correctsId: string | null };
type Money = { category: Category; payer: Payer; currency: string; amountMinor: number };

/** A line of the ledger. A correction has the kind of what it takes back, and its numbers below zero. */
export type Entry = Written &
  (
    | { kind: 'affected'; workers: number }
    | (Money & { kind: 'owed'; workers: 0 })
    | (Money & { kind: 'paid'; workers: number; itemId: string })
    | { kind: 'returned'; workers: number }
  );
export type EntryKind = Entry['kind'];

/** What sampled workers said. */
export type Confirmation = { position: number; asked: number; confirmed: number };

export type Remedy = {
  id: string;
  harm: Harm;
  dueOn: Day;
  completed: boolean;
  entries: readonly Entry[];
  confirmations: readonly Confirmation[];
};

/** How far a remedy has come: money in each currency by itself, and people. */
export type Progress = {
  people: { affected: number; madeWhole: number };
  money: readonly { currency: string; owed: number; paid: number }[];
};
