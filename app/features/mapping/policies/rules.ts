import { daysBetween, untilInWords, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Item, Judged, Verdict } from './model.ts';

const bare = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

type Said = { verdict: Verdict; passage: string | undefined };

/** What is covered is quoted, word for word; what is missing has nothing to quote. */
export function judge(words: string, { verdict, passage }: Said) {
  if (verdict === 'missing') return ok({ passage: null });
  if (passage === undefined) return refuse('quote_it');
  return bare(words).includes(bare(passage)) ? ok({ passage }) : refuse('not_in_the_text');
}

/** Questions not answered yet, in their order. */
export const openItems = (items: readonly Item[], judged: readonly Judged[]) =>
  items.filter(({ code }) => !judged.some(({ item }) => item === code));

/** What a version says too little of, each with what a sufficient clause holds and one in our words. */
export const gapsOf = (items: readonly Item[], judged: readonly Judged[]) =>
  items.flatMap((one) => {
    const verdict = judged.find(({ item }) => item === one.code)?.verdict;
    return verdict === 'partly' || verdict === 'missing' ? [{ ...one, verdict }] : [];
  });

/** Another version, unless it reads as the last one does. */
export const addVersion = (last: string | undefined, words: string) =>
  last !== undefined && last.trim() === words.trim() ? refuse('same_words') : ok({});

type Sent = { sentOn: Day; acknowledgedOn: Day | null };

/** Acknowledged once, not before it was sent, and not on a day to come. */
export function acknowledge({ sentOn, acknowledgedOn }: Sent, on: Day, today: Day) {
  if (acknowledgedOn !== null) return refuse('acknowledged_before');
  if (on < sentOn) return refuse('before_it_was_sent');
  return on > today ? refuse('not_yet') : ok({});
}

type Sending = { sentOn: Day; dueOn: Day };

/** Sent on a day that was, to be acknowledged on that day or later. */
export function send({ sentOn, dueOn }: Sending, today: Day) {
  if (sentOn > today) return refuse('not_yet');
  return daysBetween(sentOn, dueOn) < 0 ? refuse('due_before_sent') : ok({});
}

/** "acknowledged", "overdue: 2 days late" or "due in 24 days". */
export function sendingInWords(
  { dueOn, acknowledgedOn }: { dueOn: Day; acknowledgedOn: Day | null },
  today: Day,
) {
  if (acknowledgedOn !== null) return 'acknowledged';
  return dueOn < today ? `overdue: ${untilInWords(dueOn, today)}` : `due ${untilInWords(dueOn, today)}`;
}
