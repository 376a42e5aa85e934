import { KeptAnswers } from './answers.server.ts';
import { theConfig } from '../config.server.ts';

let kept: KeptAnswers | undefined;
let stop: (() => Promise<void>) | undefined;

/** What this process keeps; it listens from the first question on. */
export function keptAnswers() {
  if (kept) return kept;
  kept = new KeptAnswers();
  stop = kept.listen(theConfig().DATABASE_URL);
  return kept;
}

/** Gives the connection back when the process ends. */
export const keepNoMore = () => stop?.() ?? Promise.resolve();
