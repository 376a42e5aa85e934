/** Recruitment fees and related costs after the ILO's definition of 2019, in our own short words. */
export const feeCategories = {
  FEE_SERVICE: 'Fee for finding the job',
  FEE_THIRD_PARTY: 'Fee for being placed with another company',
  FEE_DIRECT: 'Fee when the employer recruits directly',
  FEE_RECOVERY: 'Payment to win fees back from workers',
  COST_MEDICAL: 'Medical checks, tests and vaccinations',
  COST_INSURANCE: 'Insurance and welfare fund',
  COST_SKILL_TEST: 'Language and skill tests',
  COST_TRAINING: 'Training and orientation',
  COST_EQUIPMENT: 'Tools, uniform and safety gear',
  COST_TRAVEL_LODGING: 'Travel, lodging and food',
  COST_ADMIN: 'Passport, visa, permits and other papers',
  ILLICIT_BRIBE: 'Bribe',
  ILLICIT_KICKBACK: 'Kickback',
  ILLICIT_EXTORTION_TRIBUTE: 'Extortion or tribute',
  ILLICIT_BOND: 'Bond or deposit',
  ILLICIT_COST_RECOVERY: 'Unlawful recovery of costs',
  ILLICIT_COLLATERAL: 'Collateral or title deed',
  ILLICIT_INFLATED: 'Price above the true cost',
} as const;

export type FeeCategory = keyof typeof feeCategories;
export const isFeeCategory = (code: string): code is FeeCategory => Object.hasOwn(feeCategories, code);
export const feeCategoryName = (code: string) => (isFeeCategory(code) ? feeCategories[code] : code);
