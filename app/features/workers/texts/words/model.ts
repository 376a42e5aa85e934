/** What a text says in one language: as short as it can be said, in signs of the GSM alphabet where the language lets it. */
export type TextWords = {
  /** Words a question may begin with; the first is told to whoever does not know how. */
  check: readonly [string, ...string[]];
  /** Of one whose certificate counts. */
  pay: string;
  /** Of anybody else. */
  stop: string;
  unknown: string;
  one: string;
  which: string;
  /** `stop` follows. */
  others: string;
  later: string;
  /** `{word}` is the first of `check`. */
  how: string;
  /** An address follows. */
  more: string;
};
