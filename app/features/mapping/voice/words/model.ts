/** What stands around the questions to workers, and on their poster, in one language; a part in braces is filled in. */
export type VoiceWords = {
  leave: string;
  languages: string;
  unreviewed: string;
  yes: string;
  no: string;
  send: string;
  /** What is kept of an answer, and what is not. */
  lead: string;
  together: string;
  alone: string;
  /** With `{page}` and `{pages}`. */
  page: string;
  next: string;
  back: string;
  unsaid: string;
  empty: string;
  fix: string;
  later: string;
  thanks: string;
  sent: string;
  unknown: string;
  number: string;
  open: string;
  help: string;
  // On the poster
  tell: string;
  scan: string;
  /** With `{company}` and `{site}`. */
  who: string;
};
