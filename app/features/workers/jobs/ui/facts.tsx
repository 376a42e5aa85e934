import { dayInWords } from '#app/platform/calendar.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import { countryName } from '#app/platform/places.ts';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';

import { costNames, periodNames, withdrawalNames, type JobState, type JobTerms } from '../model.ts';
import { provisionNames, type OfficerReason, type OwnReason, type Provision } from '../model.ts';

/** "QAR 1,200.00 a month". */
export const wageInWords = ({ wageMinor, currency, wagePeriod }: JobTerms) =>
  `${amountWithCode({ amountMinor: wageMinor, currency })} ${periodNames[wagePeriod]}`;

export const placeInWords = ({ city, country }: Pick<JobTerms, 'city' | 'country'>) =>
  `${city}, ${countryName(country)}`;

export const Employer = ({ employer, employerLocal }: Pick<JobTerms, 'employer' | 'employerLocal'>) => (
  <>
    {employer}
    {employerLocal ? (
      <span className="block text-sm font-normal text-ink-2">
        <bdi dir="auto">{employerLocal}</bdi>
      </span>
    ) : null}
  </>
);

const provided = (what: Provision, amountMinor: number | null, currency: string) =>
  what === 'deducted' && amountMinor !== null
    ? `Provided; ${amountWithCode({ amountMinor, currency })} a month is taken from the wage`
    : provisionNames[what];

/** All that is public of a job order, line by line. */
export const jobFacts = (job: JobTerms) => [
  { term: 'Employer', value: <Employer {...job} /> },
  { term: 'Work', value: job.occupation },
  { term: 'Place', value: placeInWords(job) },
  { term: 'Workers from', value: countryName(job.origin) },
  { term: 'Workers wanted', value: job.positions.toLocaleString('en-GB') },
  { term: 'Wage', value: wageInWords(job) },
  { term: 'Hours', value: `${job.weeklyHours} a week before overtime` },
  { term: 'Contract', value: job.contractMonths === 1 ? '1 month' : `${job.contractMonths} months` },
  { term: 'Work begins', value: `${dayInWords(job.startsFrom)} to ${dayInWords(job.startsUntil)}` },
  { term: 'Lodging', value: provided(job.lodging, job.lodgingMinor, job.currency) },
  { term: 'Food', value: provided(job.food, job.foodMinor, job.currency) },
  { term: 'Apply by', value: dayInWords(job.closesOn) },
  { term: 'The worker pays', value: <strong>Nothing, to nobody</strong> },
];

/** What "nothing" means, each by its name. */
export const NoCosts = () => (
  <details>
    <summary className="link cursor-pointer">Everything the worker does not pay for</summary>
    <ul className="mt-2 list-disc ps-6">
      {costNames.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  </details>
);

const states: Record<JobState, { tone: Tone; word: string }> = {
  open: { tone: 'certified', word: 'Open' },
  closed: { tone: 'neutral', word: 'Closed' },
  paused: { tone: 'suspended', word: 'Not shown: no certificate in force' },
  withdrawn: { tone: 'withdrawn', word: 'Withdrawn' },
};
export const stateNames = { open: 'Open', closed: 'Closed', paused: 'Not shown', withdrawn: 'Withdrawn' };

export const StateTag = ({ state }: { state: JobState }) => (
  <StatusTag tone={states[state].tone}>{states[state].word}</StatusTag>
);

export type Withdrawal = {
  on: string;
  byOfficer: boolean;
  because: OwnReason | OfficerReason;
  note: string | null;
};

export const withdrawalFacts = (withdrawal: Withdrawal | null) =>
  withdrawal
    ? [
        {
          term: 'Withdrawn',
          value: `${dayInWords(withdrawal.on)}, by ${withdrawal.byOfficer ? 'the scheme' : 'the recruiter'}`,
        },
        { term: 'Why', value: withdrawalNames[withdrawal.because] },
        ...(withdrawal.note ? [{ term: 'In words', value: withdrawal.note }] : []),
      ]
    : [];
