/** What a management system is made of (domain 1.2): the second axis of every indicator. */
export const elements = ['policies', 'communication', 'skills', 'monitoring', 'improvement'] as const;
export type Element = (typeof elements)[number];

export const elementNames: Record<Element, string> = {
  policies: 'Policies, procedures and processes',
  communication: 'Communication',
  skills: 'Skills and training',
  monitoring: 'Monitoring',
  improvement: 'Governance and continuous improvement',
};

/** As a column's heading, where the whole name does not fit. */
export const elementWords: Record<Element, string> = {
  policies: 'Policies',
  communication: 'Communication',
  skills: 'Skills',
  monitoring: 'Monitoring',
  improvement: 'Improvement',
};

/** What each element asks about one indicator. */
export const elementQuestions: Record<Element, string> = {
  policies: 'Is it decided and described how this is done?',
  communication: 'Do workers, partners and staff know it, in a language they understand?',
  skills: 'Can the people who do it do it well, and were they trained?',
  monitoring: 'Does somebody look whether it is done, also at partners?',
  improvement: 'Is somebody answerable, and is it made better when it failed?',
};

export const maturities = [0, 1, 2, 3, 4] as const;
export type Maturity = (typeof maturities)[number];

export const maturityNames: Record<Maturity, string> = {
  0: 'Nothing yet',
  1: 'Begun',
  2: 'Partly in place',
  3: 'Works',
  4: 'Works and improves',
};

export const maturityMeanings: Record<Maturity, string> = {
  0: 'Nobody has taken it up.',
  1: 'Some people do it, each in their own way; little is written down.',
  2: 'It is decided and written down, but not yet done everywhere.',
  3: 'It is done everywhere, every day, and there are records that show it.',
  4: 'It works, is checked, and what the checks find makes it better.',
};

/** From here on nothing is missing that an audit would look for. */
export const inPlace = 3;

export type Scores = Record<Element, Maturity | null>;

/** One indicator as somebody answered it: scores, or why it does not apply. */
export type Answer = { scores: Scores; notApplicableReason: string | null; comment: string | null };

export const noScores: Scores = {
  policies: null,
  communication: null,
  skills: null,
  monitoring: null,
  improvement: null,
};
export const unanswered: Answer = { scores: noScores, notApplicableReason: null, comment: null };

/** An answer in short: what its author saw, sent along with what they say now. */
export const seenOf = ({ scores, notApplicableReason, comment }: Answer) =>
  JSON.stringify([...elements.map((element) => scores[element]), notApplicableReason, comment]);

type Begun = {
  id: string;
  organisationId: string;
  schemeVersionId: string;
  attempt: number;
  startedAt: Date;
};
export type OpenAttempt = Begun & { completedAt: null };
export type CompletedAttempt = Begun & { completedAt: Date };
export type Attempt = OpenAttempt | CompletedAttempt;

/** An indicator where it stands in the standard, with its answer. */
export type Place = { principleCode: string; criterionCode: string; code: string };
export type AnsweredIndicator = Place & { answer: Answer };

/** A module of the training catalogue and the criteria it serves (domain 4.3). */
export type TrainingModule = { code: string; title: string; criteria: readonly string[] };
