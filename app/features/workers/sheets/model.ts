import type { Standing } from '../../certificates/model.ts';
import type { MarkLanguage } from '../../register/marks/model.ts';

/** A recruiter as a sheet shows it. */
export type Line = {
  registrationNumber: string;
  name: string;
  nameLocal: string | null;
  standing: Standing;
  licences: readonly { number: string }[];
  offices: readonly string[];
  validUntil: string | null;
};

/** What a sheet is of. */
export type Asked = {
  language: MarkLanguage;
  country: string;
  at: Date;
  /** Where each name is asked anew. */
  check: string;
  /** Somebody whose language it is has read all that the sheet says; where nobody has, it says so. */
  reviewed: boolean;
};

/** A standing as its badge says it, in the language of the sheet. */
export type Worded = (standing: Standing) => string;

/** Names on one paper, and papers of one country; of whatever is behind them the table tells. */
export const perPaper = 100;
export const mostPapers = 50;
