import { addDays, daysBetween, type Day } from '#app/platform/calendar.ts';

import type { Item } from './model.ts';

type Plan = { startsOn: Day; endsOn: Day; team: readonly { accountId: string }[]; places: readonly string[] };

/** What the boxes begin with: the itinerary before, moved where the plan has other days by now, else two meetings. */
export function beginWith(plan: Plan, items: readonly Item[]) {
  if (items.length === 0) return asBoxes(firstItems(plan));
  const fit = items.every(({ day }) => day >= plan.startsOn && day <= plan.endsOn);
  return asBoxes(moved(items, plan, fit ? 0 : daysBetween(firstDayOf(items), plan.startsOn)));
}

const firstDayOf = (items: readonly Pick<Item, 'day'>[]) =>
  items.map(({ day }) => day).reduce((first, day) => (day < first ? day : first));

/** By so many days, and with those who are still on the team. */
const moved = (items: readonly Item[], { team }: Plan, by: number): Item[] =>
  items.map((item) => ({
    ...item,
    day: addDays(item.day, by),
    auditors: item.auditors.filter((id) => team.some(({ accountId }) => accountId === id)),
  }));

/** Everybody meets at the beginning and at the end. */
function firstItems({ startsOn, endsOn, team, places }: Plan): Item[] {
  const meeting = {
    ...{ place: places[0] ?? '', note: '', auditors: team.map(({ accountId }) => accountId) },
    ...{ auditees: ['director'] as const, told: 'recruiter' as const },
  };
  return [
    { ...meeting, day: startsOn, from: '09:00', to: '09:30', activity: 'opening_meeting' },
    { ...meeting, day: endsOn, from: '16:00', to: '17:00', activity: 'closing_meeting' },
  ];
}

const asBoxes = (items: readonly Item[]) =>
  items.map(({ told, auditors, auditees, ...said }) => ({
    ...{ ...said, auditors: [...auditors], auditees: [...auditees] },
    ...(told === 'team' ? { teamAlone: 'on' as const } : {}),
  }));
