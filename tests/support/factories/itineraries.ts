import type { Item } from '#app/features/audits/planning/itinerary/model.ts';
import { addDays } from '#app/platform/calendar.ts';

import { plan, type Engagement } from './audits.ts';

/** A line that everybody may read, and one that the team keeps to itself, so many days after the plan's first. */
export const someItems = ({ lead }: Engagement, after = 0): Item[] => {
  const line = { note: '', auditors: [lead.accountId], told: 'recruiter' as const };
  return [
    {
      ...{ ...line, day: addDays(plan.startsOn, after), from: '09:00', to: '09:30' },
      ...{ activity: 'opening_meeting', place: 'Head office, second floor', auditees: ['director'] },
    },
    {
      ...{ ...line, day: addDays(plan.startsOn, after + 1), from: '14:00', to: '17:00', told: 'team' },
      ...{ activity: 'worker_interviews', place: 'Community centre', auditees: ['workers'] },
    },
  ];
};
