import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { CampaignState, InvitationState } from '../model.ts';

type Campaign = { state: CampaignState; dueOn: string };

/** A campaign asks from now on; what is due before tomorrow gives nobody a day to answer. */
export function open(
  { state, dueOn }: Campaign,
  today: string,
): Result<'open', 'already_open' | 'due_passed'> {
  if (state === 'open') return refuse('already_open');
  return dueOn <= today ? refuse('due_passed') : ok('open');
}

export const close = ({ state }: Pick<Campaign, 'state'>): Result<'closed', 'not_open'> =>
  state === 'open' ? ok('closed') : refuse('not_open');

/** Only ever more: nobody who was given time loses any. */
export function giveMoreTime(
  { state, dueOn }: Campaign,
  { until, today }: { until: string; today: string },
): Result<string, 'closed' | 'not_later'> {
  if (state === 'closed') return refuse('closed');
  return until > dueOn && until > today ? ok(until) : refuse('not_later');
}

/** Days before the last day on which whoever has not answered is reminded, and once after it. */
export const reminderDays = [14, 3, 0, -7] as const;

const dayMs = 86_400_000;

/** How many reminders are due by now; each is sent once, and what was missed is not made up for. */
export function remindersDue(dueOn: string, today: string) {
  const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMs);
  return reminderDays.filter((days) => left <= days).length;
}

type Counted = { state: InvitationState; tier: number; count: number };

/** How far a campaign has come, by tier. */
export function progressOf(counts: readonly Counted[]) {
  const tiers = [...new Set(counts.map(({ tier }) => tier))].sort((one, other) => one - other);
  const sum = (of: (each: Counted) => boolean) =>
    counts.filter(of).reduce((total, { count }) => total + count, 0);
  return tiers.map((tier) => ({
    tier,
    invited: sum((each) => each.tier === tier),
    opened: sum((each) => each.tier === tier && each.state === 'opened'),
    answered: sum((each) => each.tier === tier && each.state === 'answered'),
    declined: sum((each) => each.tier === tier && each.state === 'declined'),
  }));
}
