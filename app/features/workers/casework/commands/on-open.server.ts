import { recordEvent } from '#app/events/record.server.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';

import { onCase, writeEntry, type OnCase } from '../../complaints/commands/on-case.server.ts';
import { mayOpen } from '../case.server.ts';
import { mayWork, type Caseworker } from '../policy.ts';

export type OnOpen = OnCase & { actor: Caseworker };

/** One step of a caseworker to whom the case is open; for everybody else there is no such case. */
export const onOpenCase = <T, R extends string>(
  { db, actor, now }: Scope<Actor>,
  complaintId: string,
  act: (on: OnOpen) => Promise<Result<T, R>>,
) =>
  onCase<T, R | 'forbidden' | 'not_found'>({ db, now }, complaintId, async (on) => {
    if (!mayWork(actor)) return refuse('forbidden');
    if (!(await mayOpen(on.trx, { actor, now }, complaintId))) return refuse('not_found');
    return act({ ...on, actor });
  });

/** A piece of a step that says something to the reporter. */
export async function writeAnswer(on: OnOpen, text: string) {
  const { trx, now, complaint, actor } = on;
  await writeEntry(on, { kind: 'answer', by: actor.accountId, said: { text } });
  await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.answered', {});
}
