import type { ReactNode } from 'react';

import { amountWithCode } from '#app/platform/payments/money.ts';
import { corridorIn } from '#app/platform/places.ts';
import { Icon, type IconName } from '#app/ui/icons.tsx';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import type { JobAnswer } from '../../jobs/match.ts';
import type { JobOrder, WagePeriod } from '../../jobs/model.ts';
import type { Agency, JobTold } from '../model.ts';
import { notesOf, outcomeOf, type JobOutcome, type Note } from '../rules.ts';
import { checkWords } from '../words/check-words.ts';
import type { CheckWords } from '../words/model.ts';
import { Filled } from './parts.tsx';

type Look = { title: keyof CheckWords; look: string; icon: IconName };

/** A word, a colour and a shape for each; nothing that has to be asked about is green or blue. */
const looks: Record<JobOutcome, Look> = {
  same: { title: 'jobFound', look: 'applicant', icon: 'open-circle' },
  differs: { title: 'jobDiffers', look: 'watch', icon: 'octagon-stroke' },
  closed: { title: 'jobClosed', look: 'watch', icon: 'clock' },
  paused: { title: 'jobPaused', look: 'suspended', icon: 'octagon-stroke' },
  withdrawn: { title: 'jobWithdrawn', look: 'suspended', icon: 'circle-slash' },
  missing: { title: 'jobMissingTitle', look: 'suspended', icon: 'octagon-stroke' },
  none: { title: 'jobNoneTitle', look: 'watch', icon: 'open-circle' },
};
const green: Look = { title: 'jobFound', look: 'certified', icon: 'tick' };

type Told = { language: MarkLanguage; entry: Agency };

/** Whether the agency published the job somebody was told of; green only where the agency's own answer is. */
export function JobAnswered({ language, entry, job: { employer, answer } }: Told & { job: JobTold }) {
  const say = checkWords[language];
  const outcome = outcomeOf(entry.standing, answer);
  const certain = outcome === 'same' && entry.standing.status === 'certified';
  const { title, look, icon } = certain ? green : looks[outcome];
  const open = outcome === 'same' || outcome === 'differs';
  return (
    <div className={`answer ${look}`}>
      <Icon name={icon} size={44} />
      <h2>{say[title]}</h2>
      {answer.kind === 'found' ? (
        <Order {...{ language, order: answer.order, found: open ? answer : undefined }} />
      ) : (
        <p>
          <Filled
            text={answer.kind === 'not_found' ? say.jobMissing : say.jobNone}
            values={{ name: entry.name, asked: employer }}
          />
        </p>
      )}
      {outcome === 'none' ? null : <p>{open ? say.whoEven : say.jobShow}</p>}
    </div>
  );
}

const wageWords = {
  ...{ month: 'wageMonth', week: 'wageWeek', day: 'wageDay', hour: 'wageHour' },
} satisfies Record<WagePeriod, keyof CheckWords>;

type Found = Extract<JobAnswer, { kind: 'found' }>;

/** As it was published; what agrees is said of an open one alone, for beside another it would read as a yes. */
function Order({
  language,
  order,
  found,
}: {
  language: MarkLanguage;
  order: JobOrder;
  found: Found | undefined;
}) {
  const say = checkWords[language];
  const notes = found && notesOf(say, found);
  const { employer, employerLocal, city, country, wagePeriod, wageMinor, currency } = order;
  const amount = amountWithCode({ amountMinor: wageMinor, currency });
  return (
    <>
      <p>
        <bdi>{order.number}</bdi>
      </p>
      <Part label={say.jobEmployer} note={notes?.employer}>
        <bdi>{employer}</bdi>
        {employerLocal ? ' · ' : null}
        <bdi>{employerLocal}</bdi>
      </Part>
      <Part label={say.jobPlace} note={notes?.place}>
        <bdi>{city}</bdi>
        {' · '}
        {corridorIn(language, country)}
      </Part>
      <Part label={say.jobWage} note={notes?.wage}>
        <Filled text={say[wageWords[wagePeriod]]} values={{ amount }} />
      </Part>
    </>
  );
}

const Part = ({ label, note, children }: { label: string; note: Note; children: ReactNode }) => (
  <p>
    {label}
    <br />
    <strong>{children}</strong>
    {note ? (
      <>
        <br />
        <span aria-hidden="true">{note.mark}</span> {note.text}
      </>
    ) : null}
  </p>
);

/** The third question, of the agency that was answered: what is known of a job is its employer first. */
export function JobForm({ language, entry }: Told) {
  const { jobTitle, jobHint, jobEmployer, jobPlace, jobWage, check } = checkWords[language];
  const field = (name: string, label: string, maxLength: number) => (
    <>
      <label htmlFor={name}>{label}</label>
      <input
        {...{ id: name, name, type: 'search', autoComplete: 'off', maxLength }}
        dir="auto"
        required={name === 'employer'}
        aria-describedby="job-hint"
      />
    </>
  );
  return (
    <>
      <h2>{jobTitle}</h2>
      <form action={`/${language}/check`}>
        <input type="hidden" name="q" value={entry.registrationNumber} />
        <small id="job-hint">{jobHint}</small>
        {field('employer', jobEmployer, 200)}
        {field('place', jobPlace, 200)}
        {field('wage', jobWage, 60)}
        <button>{check}</button>
      </form>
    </>
  );
}
