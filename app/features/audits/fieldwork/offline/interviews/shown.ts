import type { Entry } from '../model.ts';

/** All this device can say of an interview: the key, the day, and how it stands. */
export type ShownInterview = { pseudonym: string; day: string; words: string };

export const sealedOnes = (entries: readonly Entry[]): ShownInterview[] => entries.flatMap(shownOf);

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function shownOf({ operation, outcome }: Entry): ShownInterview[] {
  if (operation.kind !== 'interview') return [];
  const day = inWords.format(new Date(operation.madeAt));
  const { pseudonym } = outcome.state === 'recorded' ? outcome : operation;
  return [{ pseudonym, day, words: wordsOf(operation.pseudonym, outcome) }];
}

function wordsOf(asked: string, outcome: Entry['outcome']) {
  switch (outcome.state) {
    case 'waiting':
      return 'Sealed, waits to be sent';
    case 'recorded':
      return outcome.pseudonym === asked
        ? 'Sealed and sent'
        : `Sealed and sent. It was ${asked} on this device: another auditor had given that key to another worker. What waits here names the worker by the new key; change it in your own papers`;
    case 'refused':
      return 'Sealed, not recorded: see “Needs you”';
    default:
      return 'Sealed';
  }
}
