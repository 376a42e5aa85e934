import { coolingOffMonths } from '../model.ts';

const numbers: Record<number, string> = { 1: 'one year', 2: 'two years', 3: 'three years' };

/** For how long a tie that is over still keeps somebody away: "two years". */
export const coolingOff = numbers[coolingOffMonths / 12] ?? `${coolingOffMonths} months`;

/** Every ground that the rules count, whoever declares before whatever step. */
const grounds = 'Work, ownership or money, family, friendship, advice or training';

/** What somebody is asked who declares before an audit, a review, a decision or an appeal. */
export const tiesAsked = (recruiter: string) =>
  `${grounds} that ties you to ${recruiter}, now or in the last ${coolingOff}. Your declaration stands as you make it.`;

/** What ties to recruiters do, where somebody lists or declares their own. */
export const tiesKeepAway = `${grounds} that ties you to a recruiter keeps you out of its audits and decisions while it lasts and for ${coolingOff} after.`;
