import { ok, refuse } from '#app/platform/result.ts';

import type { StandingStatus } from '../../certificates/model.ts';
import type { Found } from '../check/model.ts';
import { counts, meaningOf, titleOf } from '../check/rules.ts';
import type { CheckWords } from '../check/words/model.ts';
import type { Clip, ClipStanding, SpokenAnswer } from './model.ts';

/**
 * What is read aloud of an answer, line by line: its title, what it means in each way it may be meant, what to do now. `word` is
 * that of the badge, where it says how somebody stands. A name and a day are left to the page, for one recording serves all.
 */
export function spokenText(say: CheckWords, answer: SpokenAnswer, word: (status: StandingStatus) => string) {
  switch (answer) {
    case 'unknown':
      return [say.unknownTitle, say.unknown, say.nowStop];
    case 'several':
      return [say.whichOne, say.otherMany];
    case 'later':
      return [say.laterTitle, say.later];
    default:
      return [
        ...ofStanding(say, answer, word(answer)),
        counts(standingAs(answer)) ? say.nowCertified : say.nowStop,
      ];
  }
}

const standingAs = (status: StandingStatus, reasonClass: string | null = null) => ({
  ...{ status, since: '', reasonClass },
});

/** Reasons that change what is said of a standing. */
const ways: Partial<Record<StandingStatus, (string | null)[]>> = {
  certified_under_watch: ['special_audit', null],
  expired: [null, 'stopped'],
};

function ofStanding(say: CheckWords, status: StandingStatus, word: string) {
  const meant = (ways[status] ?? [null]).map((reason) => meaningOf(say, standingAs(status, reason)));
  return [titleOf(say, standingAs(status)) ?? word, ...meant];
}

/** `hash` is that of the text as it stands today. */
export function standingOf(clip: Clip | undefined, hash: string): ClipStanding {
  if (!clip || clip.scan === 'infected') return 'missing';
  if (clip.textHash !== hash) return 'stale';
  return clip.scan === 'quarantined' ? 'checking' : 'heard';
}

/** Which of the spoken answers somebody was given. */
export const answerOf = (found: Found): SpokenAnswer => {
  switch (found.kind) {
    case 'one':
      return found.entry.standing.status;
    case 'several':
      return 'several';
    case 'none':
      return 'unknown';
  }
};

type Sent = { textHash: string; sha256: string };

/** `hash` of the text today: whoever read another one read what no worker is told any more. */
export function put(current: Clip | undefined, sent: Sent, hash: string) {
  if (sent.textHash !== hash) return refuse('text_changed');
  if (current?.sha256 === sent.sha256 && current.textHash === hash) return refuse('same_file');
  return ok(current ? ('replaced' as const) : ('first' as const));
}

export const remove = (current: Clip | undefined) => (current ? ok(current) : refuse('nothing_there'));

/** A verdict is given once. */
export const settleScan = (clip: Pick<Clip, 'scan'> | undefined, verdict: 'clean' | 'infected') =>
  clip?.scan === 'quarantined' ? ok(verdict) : refuse('already_scanned');
