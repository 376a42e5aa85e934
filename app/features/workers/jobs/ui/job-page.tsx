import { dayInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

import type { JobOrder } from '../model.ts';
import { jobFacts, NoCosts, StateTag, withdrawalFacts, type Withdrawal } from './facts.tsx';

type Props = {
  job: JobOrder & { recruiter: string; recruiterNumber: string; withdrawal: Withdrawal | null };
  /** The list it stands in. */
  list: string;
};

/** One job order, for those who may withdraw it. */
export const JobPage = ({ job, list }: Props) => (
  <>
    <PageHeader
      title={job.occupation}
      eyebrow={job.number}
      back={{ to: list, label: 'Job orders' }}
      tag={<StateTag state={job.state} />}
      clock={`Published on ${dayInWords(job.publishedOn)} by ${job.recruiter}`}
      action={
        job.withdrawal ? null : (
          <ButtonLink to={`${list}/${job.number}/withdraw`} kind="secondary">
            Withdraw it
          </ButtonLink>
        )
      }
    />
    {job.withdrawal ? (
      <Section title="Why it was withdrawn">
        <Summary items={withdrawalFacts(job.withdrawal)} />
      </Section>
    ) : null}
    <Section title="What was published">
      <Summary items={jobFacts(job)} />
      <NoCosts />
      <p>
        <TextLink to={`/register/${job.recruiterNumber}`}>{`${job.recruiter} on the register`}</TextLink>
      </p>
    </Section>
  </>
);
