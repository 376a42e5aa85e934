import type { Topic } from '../model.ts';

/** Languages of pages for workers, in the order in which they are offered. */
export const workerLanguages = [
  'en',
  'ne',
  'bn',
  'hi',
  'ur',
  'tl',
  'id',
  'my',
  'km',
  'vi',
  'am',
  'sw',
  'ar',
  'es',
  'fr',
  'th',
] as const;
export type WorkerLanguage = (typeof workerLanguages)[number];

export const workerLanguageOf = (code: string | undefined): WorkerLanguage | undefined =>
  workerLanguages.find((language) => language === code);

/** Urdu and Arabic are read from the right. */
export const directionOf = (language: WorkerLanguage) =>
  language === 'ar' || language === 'ur' ? 'rtl' : 'ltr';

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
