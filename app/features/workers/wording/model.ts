import { markLanguageCodes, type MarkLanguage } from '../../register/marks/model.ts';

/** The languages that are reviewed: English is what they are held against. */
export type Translated = Exclude<MarkLanguage, 'en'>;
const isTranslated = (code: MarkLanguage): code is Translated => code !== 'en';
export const translatedCodes = markLanguageCodes.filter(isTranslated);
export const translatedOf = (code: string | undefined): Translated | undefined =>
  translatedCodes.find((each) => each === code);

/**
 * What a room says in all languages: texts, and within a record or a list further texts. `name` begins the keys of its lines
 * and never changes; a language may still lack some words, or all of them.
 */
export type Chapter = {
  name: string;
  title: string;
  words: { en: object } & Partial<Record<MarkLanguage, object>>;
};

/** A text in one language and the hash of it with its English: of a changed text or English it is another. */
export type Said = { text: string; hash: string };
/** One line of the catalogue: `check.suspendedTitle`, `help.topics.shelter`, `paper.fees.1`. */
export type Line = {
  key: string;
  chapter: string;
  english: string;
  said: Partial<Record<Translated, Said>>;
};
export type Catalogue = { chapters: readonly Pick<Chapter, 'name' | 'title'>[]; lines: readonly Line[] };

/** On whose word a text is approved: whoever signs is at home in the language, or somebody who is told them. */
export const bases = ['own_language', 'native_reader'] as const;
export type Basis = (typeof bases)[number];

export type Verdict = 'approved' | 'taken_back';
/** The newest word on one text of a line. */
export type Judged = { key: string; hash: string; verdict: Verdict; by: string; at: string };

/**
 * `approved`: somebody read it as it stands. `lapsed`: somebody read what stood there before. `unreviewed`: nobody has, or
 * it was taken back. `missing`: nothing stands there.
 */
export const states = ['approved', 'unreviewed', 'lapsed', 'missing'] as const;
export type State = (typeof states)[number];
/** What a list of lines may be asked for; `waiting`: what somebody should read, or write. */
export const shownStates = ['waiting', 'unreviewed', 'lapsed', 'missing', 'approved', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

export type Counts = Record<State, number>;

/** A line in one language, for staff. */
export type Reviewed = Pick<Line, 'key' | 'chapter' | 'english'> & {
  text: string | undefined;
  hash: string | undefined;
  state: State;
  /** Of the text as it stands, or of what stood there before. */
  approved: Pick<Judged, 'by' | 'at'> | undefined;
};
