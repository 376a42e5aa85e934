import { corridorName } from '#app/platform/places.ts';

import { mostListed, mostWatches, type Rhythm, type Watched } from '../model.ts';
import { mostEndpoints, type EndpointStanding, type MessageState } from '../webhooks/model.ts';

export const rhythmWords: Record<Rhythm, { label: string; hint: string }> = {
  at_once: { label: 'At once', hint: 'A mail for each change' },
  daily: { label: 'Once a day', hint: 'In the morning (UTC), if something changed' },
  weekly: { label: 'Once a week', hint: 'On Mondays, if something changed' },
  never: { label: 'Not by mail', hint: 'Programs of your company may still be told' },
};

export const endpointWords: Record<
  EndpointStanding,
  { tone: 'certified' | 'watch' | 'withdrawn'; label: string }
> = {
  works: { tone: 'certified', label: 'In use' },
  failing: { tone: 'watch', label: 'Nothing arrives' },
  disabled: { tone: 'withdrawn', label: 'Switched off' },
};

export const messageWords: Record<MessageState, string> = {
  delivered: 'Arrived',
  given_up: 'Did not arrive; no longer tried',
  trying: 'Being tried',
  held: 'Waits until the webhook is on again',
};

/** What is watched, in a few words. */
export function watchedWords(watch: Watched): string {
  switch (watch.kind) {
    case 'recruiter':
      return watch.recruiter;
    case 'corridor':
      return corridorName(watch.corridor);
    case 'list':
      return `${watch.name} (${watch.recruiters} recruiters)`;
  }
}

const sentences: Record<string, string> = {
  unknown_recruiter: 'No recruiter has this registration number. Look it up on the register and try again.',
  too_many_watches: `Your company watches ${mostWatches.toLocaleString('en')} things, the most there may be. End one that is no longer needed, or put recruiters together in a list.`,
  list_too_long: `A list names ${mostListed.toLocaleString('en')} recruiters at most. Make two of it.`,
  nobody_listed: 'None of these numbers is on the register, so there is nothing to watch.',
  address_not_allowed:
    'We cannot send to this address. It must begin with https:// and lead to a machine on the public internet.',
  too_many_endpoints: `Your company has ${mostEndpoints} webhooks, the most there may be. Remove one first.`,
  endpoint_added:
    'This webhook was added already, perhaps by a second click. Its secret cannot be shown again: if you did not copy it, replace it.',
  former_secret_in_use:
    'The secret was replaced less than a day ago and both still sign. Wait until the former one has ended.',
  not_disabled: 'This webhook is on already.',
  endpoint_disabled: 'This webhook is switched off. Switch it on first.',
};

/** A no to whoever watches, and what to do about it. */
export const refusalText = (refusal: string) => sentences[refusal] ?? 'This is not possible now.';
