/**
 * What a person can do next with a record; the first is the one the page offers foremost, unless it is `quiet`: possible
 * at any time, and asked for by nothing.
 */
export type Step = { to: string; label: string; quiet?: boolean };

/** How somebody stands to an audit. */
export type Part = {
  accountId: string;
  audits: boolean;
  leads: boolean;
  reviews: boolean;
  answers: boolean;
  oversees: boolean;
  /** Its application was taken back or lapsed. */
  over: boolean;
};
/** A step on a page of this audit. */
export type At = (page: string, label: string) => Step;
