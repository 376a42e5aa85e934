import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { InvitationState } from '../model.ts';

type Asked = {
  state: InvitationState;
  /** What is being answered; null before it was begun. */
  responseId: string | null;
  /** It was submitted, and stands as it is. */
  sent: boolean;
};

/** Whether a questionnaire may be begun. */
export function begin({ state }: Asked): Result<'opened', 'closed' | 'already_answered'> {
  if (state === 'closed') return refuse('closed');
  return state === 'answered' ? refuse('already_answered') : ok('opened');
}

/** Whether an answer that was submitted before may be given: to whoever asks, and sees none at this moment. */
export function reuse({ state, shared }: Pick<Asked, 'state'> & { shared: boolean }) {
  if (state === 'closed') return refuse('closed');
  return shared ? refuse('already_answered') : ok('answered' as const);
}

/** Answers are saved while nothing was submitted; after the last day as well, as long as the campaign runs. */
export function save({
  state,
  responseId,
  sent,
}: Asked): Result<string, 'closed' | 'already_sent' | 'not_begun'> {
  if (state === 'closed' || state === 'declined') return refuse('closed');
  if (sent || state === 'answered') return refuse('already_sent');
  return responseId === null ? refuse('not_begun') : ok(responseId);
}

export function decline({ state }: Asked): Result<'declined', 'closed' | 'already_sent'> {
  if (state === 'answered') return refuse('already_sent');
  return state === 'closed' || state === 'declined' ? refuse('closed') : ok('declined');
}

/** A submitted answer is corrected by another one, which begins with what stood there. */
export const correct = ({ state, responseId }: Asked): Result<string, 'not_sent'> =>
  state === 'answered' && responseId !== null ? ok(responseId) : refuse('not_sent');

type Sections = { all: readonly string[]; wanted: readonly string[] };

/** What a buyer is shown: sections there are, and always the first, which says who answers. */
export function sectionsShared({ all, wanted }: Sections): string[] {
  return all.filter((name, place) => place === 0 || wanted.includes(name));
}
