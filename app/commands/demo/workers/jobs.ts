import { addDays, dayOf } from '#app/platform/calendar.ts';
import { publishJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import type { JobTerms } from '#app/features/workers/jobs/model.ts';

import { actorOf, done, scopeOf, type Story } from '../stage.ts';

type Offer = Omit<JobTerms, 'closesOn' | 'startsFrom' | 'startsUntil'>;

/** Employers nobody is, and marked so. */
const offers: Record<string, readonly Offer[]> = {
  'owner@everest-manpower.example': [
    {
      ...{ employer: 'Lotus Court Guest House (demonstration)', employerLocal: 'لوتس كورت (عرض تجريبي)' },
      ...{ occupation: 'Room attendant', origin: 'NP', country: 'QA', city: 'Doha', positions: 24 },
      ...{ wageMinor: 150_000, currency: 'QAR', wagePeriod: 'month', weeklyHours: 48, contractMonths: 24 },
      ...{ lodging: 'free', lodgingMinor: null, food: 'free', foodMinor: null },
    },
    {
      ...{ employer: 'Cedar Bay Builders (demonstration)', employerLocal: null },
      ...{
        occupation: 'Formwork carpenter',
        origin: 'NP',
        country: 'MY',
        city: 'Johor Bahru',
        positions: 40,
      },
      ...{ wageMinor: 210_000, currency: 'MYR', wagePeriod: 'month', weeklyHours: 45, contractMonths: 36 },
      ...{ lodging: 'deducted', lodgingMinor: 10_000, food: 'own', foodMinor: null },
    },
  ],
};

/** Once certified, one of them publishes the jobs it recruits for. */
export async function jobOrders(story: Story) {
  const email = story.recruiter.agency.staff[0]?.email ?? '';
  for (const offer of offers[email] ?? []) {
    const owner = actorOf(story, email, 'recruiter');
    const scope = scopeOf(story, owner, story.recruiter.begunDaysAgo - 10);
    const today = dayOf(scope.now);
    const days = {
      closesOn: addDays(today, 120),
      ...{ startsFrom: addDays(today, 150), startsUntil: addDays(today, 240) },
    };
    await done(
      publishJobOrder(scope, { terms: { ...offer, ...days } }),
      `publish a job of ${offer.employer}`,
    );
  }
}
