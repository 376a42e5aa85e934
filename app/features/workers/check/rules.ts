import type { Standing } from '../../certificates/model.ts';
import type { JobAnswer } from '../jobs/match.ts';
import type { CheckWords } from './words/model.ts';

/** Whether a certificate counts today: nothing else is answered in green. */
export const counts = ({ status }: Standing) => status === 'certified' || status === 'certified_under_watch';

/** What a standing means for somebody who is asked for money, with `{name}` and `{day}` to fill in. */
export function meaningOf(say: CheckWords, { status, reasonClass }: Standing): string {
  switch (status) {
    case 'certified':
      return say.certified;
    case 'certified_under_watch':
      return reasonClass === 'special_audit' ? say.watchAudit : say.watchRight;
    case 'suspended':
      return say.suspended;
    case 'withdrawn':
      return say.withdrawn;
    case 'expired':
      return reasonClass === null ? say.expired : say.expiredStopped;
    case 'applicant':
      return say.applicant;
    case 'not_certified':
      return say.refused;
  }
}

/** In the largest letters; undefined where the word of the badge says it all. */
export function titleOf(say: CheckWords, { status }: Standing): string | undefined {
  switch (status) {
    case 'certified_under_watch':
      return say.watchTitle;
    case 'suspended':
      return say.suspendedTitle;
    case 'withdrawn':
      return say.withdrawnTitle;
    case 'expired':
      return say.expiredTitle;
    case 'certified':
    case 'applicant':
    case 'not_certified':
      return undefined;
  }
}

/** `same`: open, called just so, and nothing that was told differs. Where the agency does not count, no job of it does. */
export type JobOutcome = 'same' | 'differs' | 'closed' | 'paused' | 'withdrawn' | 'missing' | 'none';

export function outcomeOf(standing: Standing, answer: JobAnswer): JobOutcome {
  if (answer.kind === 'none_published') return 'none';
  if (answer.kind === 'not_found') return 'missing';
  const { order, exact, differs } = answer;
  if (order.state !== 'open') return order.state;
  if (!counts(standing)) return 'paused';
  return exact && differs.length === 0 ? 'same' : 'differs';
}

type FoundJob = Extract<JobAnswer, { kind: 'found' }>;
/** What to say beside a part of a job order; undefined where nothing was told to compare it with. */
export type Note = { mark: '✓' | '?' | '≠'; text: string } | undefined;

/** Part by part, how what was published stands beside what somebody was told. */
export function notesOf(say: CheckWords, found: FoundJob): Record<'employer' | 'place' | 'wage', Note> {
  const same: Note = { mark: '✓', text: say.jobSame };
  const placeDiffers = found.differs.some(({ what }) => what === 'place');
  return {
    employer: found.exact ? same : { mark: '≠', text: say.jobLike },
    place: placeDiffers
      ? { mark: '≠', text: say.jobOtherPlace }
      : found.agrees.includes('place')
        ? same
        : undefined,
    wage: wageNote(say, found, same),
  };
}

function wageNote(say: CheckWords, { agrees, differs }: FoundJob, same: Note): Note {
  for (const difference of differs) {
    if (difference.what === 'currency') return { mark: '≠', text: say.jobOtherCurrency };
    if (difference.what === 'wage')
      return { mark: '≠', text: difference.how === 'lower' ? say.jobLower : say.jobHigher };
  }
  if (!agrees.includes('wage')) return undefined;
  // A bare number may be of any money.
  return agrees.includes('currency') ? same : { mark: '?', text: say.jobSameNumber };
}
