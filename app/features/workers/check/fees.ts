import type { FeeCategory } from '#app/questionnaire/fee-categories.ts';

import type { paperWords } from '../../register/marks/words/paper-words.ts';
import type { CheckWords } from './words/model.ts';

type Paper = (typeof paperWords)['en'];

/** A line of what nobody may charge: the categories it stands for, its words, and its shape in a square of 24. */
export type FeeLine = { codes: FeeCategory[]; text: string; shape: string };

const shapes = {
  bag: 'M4 8h16v11H4zM9 8V5h6v3',
  cross: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  umbrella: 'M4 12a8 8 0 0 1 16 0zM12 12v6a2 2 0 0 0 4 0',
  sheet: 'M6 3h12v18H6zM9 12l2 2 4-4',
  book: 'M12 6 4 4v14l8 2 8-2V4zv14',
  hammer: 'm4 20 9-9M10 6l5-3 6 6-3 3z',
  bus: 'M5 4h14v13H5zM5 11h14M8 17v3M16 17v3',
  passport: 'M6 3h12v18H6zM9 17h6M9 9a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  gift: 'M4 9h16v11H4zM12 9v11M12 9C6 9 7 4 9 4s3 5 3 5 1-5 3-5 3 5-3 5',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  money: 'M3 7h18v11H3zM10 12.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
};

/** Every category of the fee list (domain 3.2), in the words of the poster where it has them. */
export const feeLines = (say: CheckWords, { fees: [job, , deposit] }: Paper): FeeLine[] => [
  { codes: ['FEE_SERVICE', 'FEE_THIRD_PARTY', 'FEE_DIRECT'], text: job, shape: shapes.bag },
  { codes: ['COST_ADMIN'], text: say.papers, shape: shapes.passport },
  { codes: ['COST_MEDICAL'], text: say.medical, shape: shapes.cross },
  { codes: ['COST_TRAVEL_LODGING'], text: say.travel, shape: shapes.bus },
  { codes: ['COST_TRAINING'], text: say.training, shape: shapes.book },
  { codes: ['COST_SKILL_TEST'], text: say.tests, shape: shapes.sheet },
  { codes: ['COST_INSURANCE'], text: say.insurance, shape: shapes.umbrella },
  { codes: ['COST_EQUIPMENT'], text: say.tools, shape: shapes.hammer },
  { codes: ['ILLICIT_BOND', 'ILLICIT_COLLATERAL'], text: deposit, shape: shapes.lock },
  {
    codes: ['ILLICIT_BRIBE', 'ILLICIT_KICKBACK', 'ILLICIT_EXTORTION_TRIBUTE'],
    ...{ text: say.bribe, shape: shapes.gift },
  },
  {
    codes: ['FEE_RECOVERY', 'ILLICIT_COST_RECOVERY', 'ILLICIT_INFLATED'],
    ...{ text: say.wages, shape: shapes.money },
  },
];

/** The three lines of the poster. */
export const shortLines = ({ fees: [job, papers, deposit] }: Paper) => [
  { text: job, shape: shapes.bag },
  { text: papers, shape: shapes.passport },
  { text: deposit, shape: shapes.lock },
];
