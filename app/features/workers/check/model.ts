import type { Standing } from '../../certificates/model.ts';
import type { JobAnswer } from '../jobs/match.ts';

export type Agency = {
  registrationNumber: string;
  name: string;
  nameLocal: string | null;
  country: string;
  standing: Standing;
};

/** One of several that may be meant, with what tells it from the others. */
export type Choice = Agency & { tradingNames: string[]; licences: { authority: string; number: string }[] };

export type Found =
  { kind: 'one'; entry: Agency } | { kind: 'several'; entries: Choice[] } | { kind: 'none' };

/** Who talks to a worker: by a number the agency published, an agent of today, or nobody it named; then its own numbers. */
export type Speaker =
  | { kind: 'own' }
  | { kind: 'agent'; name: string; place: string; country: string }
  | { kind: 'no'; phones: string[] };

/** The employer somebody was told of, and whether the agency published such a job. */
export type JobTold = { employer: string; answer: JobAnswer };

/** What was asked and what is answered, each question for itself: an agency says nothing of who talks, nor both of a job. */
export type Answered = {
  q: string;
  found: Found;
  /** How it stands, as its badge says it. */
  word: string | null;
  who: string;
  speaker: Speaker | null;
  job: JobTold | null;
  /** ISO moment of the answer. */
  at: string;
  /** Where the same is asked again. */
  address: string;
};

/** An answer read aloud: where it is played from, and how large it is, for a worker pays for it. */
export type Spoken = { href: string; bytes: number };
