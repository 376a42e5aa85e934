import { standings } from '../../certificates/model.ts';

/** The answers that are read aloud: each standing, a name nobody knows, several that may be meant, and none for now. */
export const spokenAnswers = [...standings, 'unknown', 'several', 'later'] as const;
export type SpokenAnswer = (typeof spokenAnswers)[number];
export const spokenAnswerOf = (text: string | undefined): SpokenAnswer | undefined =>
  spokenAnswers.find((each) => each === text);

/** About a minute of speech: a worker pays for each of them. */
export const mostClipBytes = 300_000;

export const scans = ['quarantined', 'clean', 'infected', 'unscanned'] as const;
/** `unscanned`: this installation has no scanner. */
export type Scan = (typeof scans)[number];
/** Rows read at the edge: what nobody knows is played to nobody. */
export const scanOf = (text: string): Scan => scans.find((each) => each === text) ?? 'quarantined';

/** A recording that has not ended; `textHash` of what it was read from. */
export type Clip = { textHash: string; sha256: string; scan: Scan };

/** How an answer stands in one language: nobody recorded it, it is being looked at, its text has changed since, workers hear it. */
export type ClipStanding = 'missing' | 'checking' | 'stale' | 'heard';
