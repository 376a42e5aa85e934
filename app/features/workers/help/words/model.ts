import type { Topic } from '../model.ts';

/** What the page says besides the entries, which say what they say in their own words. */
export type HelpWords = {
  title: string;
  lead: string;
  /** Above the list of countries. */
  where: string;
  /** With `{country}`. */
  inCountry: string;
  otherCountry: string;
  /** Above the topics, and the choice of all of them. */
  what: string;
  anything: string;
  topics: Record<Topic, string>;
  /** With `{number}`. */
  call: string;
  page: string;
  address: string;
  open: string;
  speaks: string;
  free: string;
  notFree: string;
  /** With `{day}`. */
  checked: string;
  source: string;
  example: string;
  none: string;
  noneMeans: string;
  more: string;
  before: string;
  /** What the list of languages is called, for those who hear it. */
  languages: string;
  /** On the way to the check of a recruiter, and away from here. */
  check: string;
  leave: string;
};
