/** What a poster and a card say to workers. */
export type PaperWords = {
  /** In the largest letters. */
  head: string;
  never: string;
  /** What nobody may charge (domain 3.2), line by line. */
  fees: readonly [string, string, string];
  passport: string;
  ask: string;
  scan: string;
  free: string;
  /** With `{standing}` and `{day}`: paper does not change. */
  printed: string;
  wrong: string;
  /** How to complain. */
  tell: string;
  /** On a card: what to do, and with `{day}` how old it is. */
  before: string;
  stale: string;
};
