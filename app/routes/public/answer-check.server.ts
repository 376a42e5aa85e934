import { answerCheck } from '#app/features/register/check.server.ts';
import type { JobTold } from '#app/features/workers/check/model.ts';
import { matchJobOrder, type JobAsked } from '#app/features/workers/jobs/match.ts';
import { listOrdersToMatch } from '#app/features/workers/jobs/queries.server.ts';
import type { Scope } from '#app/platform/scope.ts';

type Asked = Pick<Scope, 'db' | 'now'>;
/** Empty where nothing was asked of it; of a job, whoever names no employer asks nothing. */
export type Question = { q: string; who: string; job: JobAsked & { employer: string } };

/** All that a worker asks at once; a job is asked of one agency alone. */
export async function answerWorker(asked: Asked, { job, ...question }: Question) {
  const { found, speaker } = await answerCheck(asked, question);
  if (found.kind !== 'one' || !job.employer) return { found, speaker, job: null };
  const orders = await listOrdersToMatch(asked, found.entry.registrationNumber);
  const told: JobTold = { employer: job.employer, answer: matchJobOrder(orders, job) };
  return { found, speaker, job: told };
}
