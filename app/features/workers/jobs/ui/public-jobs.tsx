import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import type { JobOrder } from '../model.ts';
import { jobFacts, NoCosts } from './facts.tsx';

/** What no list of jobs promises. */
export const JobsPromise = () => (
  <>
    <p>
      The recruiter published these itself, and said of each that the worker pays nothing. The scheme did not
      check the jobs one by one. Whoever asks you for money for one of them breaks the rules: keep your money,
      and tell us.
    </p>
    <NoCosts />
  </>
);

export const JobList = ({ orders }: { orders: readonly JobOrder[] }) => (
  <ul className="flex flex-col gap-6">
    {orders.map((job) => (
      <li key={job.number} className="keep">
        <h3 className="mb-2 text-lg">
          {job.occupation} <span className="font-mono text-sm font-normal text-ink-2">{job.number}</span>
        </h3>
        <Summary items={jobFacts(job)} />
      </li>
    ))}
  </ul>
);

type Props = { number: string; orders: readonly JobOrder[]; count: number };

/** The first job orders on a record; nothing published says nothing about a job. */
export const JobsSection = ({ number, orders, count }: Props) => (
  <Section title="Job orders" aside={count > 0 ? `${count.toLocaleString('en-GB')} open` : undefined}>
    {count === 0 ? (
      <p>
        The recruiter has no job order open here. A job somebody offers you in its name cannot be found on
        this register.
      </p>
    ) : (
      <>
        <JobsPromise />
        <JobList orders={orders} />
        {count > orders.length ? (
          <p>
            <TextLink to={`/register/${number}/jobs`}>
              {`All ${count.toLocaleString('en-GB')} job orders`}
            </TextLink>
          </p>
        ) : null}
      </>
    )}
  </Section>
);
