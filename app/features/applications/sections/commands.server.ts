import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Answer, Answers, Questionnaire } from '#app/questionnaire/definition.ts';
import { mergeAnswers, type Merge } from '#app/questionnaire/merge.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../commands.server.ts';
import { mayApply } from '../policy.ts';
import { lockApplication } from '../queries.server.ts';
import * as rules from '../rules.ts';
import { answersSeen, standingOf, type StandingAnswer } from './answers.server.ts';
import { boundTo, questionnaireOf } from './questionnaire.server.ts';

/** `seen`: the revision of each answer its author saw; `choices`: what somebody chose where two answered at once. */
export type AnswersToSave = {
  answers: Answers;
  seen: Record<string, number>;
  choices?: Record<string, 'mine' | 'theirs'>;
};

export type Conflict = { question: string; mine: Answer; theirs: Answer; by: string; at: string };

/**
 * Saves answers one by one. What others saved meanwhile is never overwritten unseen: such answers come back as
 * conflicts, with both wordings, while everything else is saved. `revisions`: what the author has now seen.
 * `alongside`: what is stored with them, or not at all.
 */
export function saveAnswers(
  { db, actor, now }: Scope<Recruiter>,
  id: string,
  sent: AnswersToSave,
  alongside?: (trx: Transaction<Database>, written: number) => Promise<void>,
) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.save(current);
    if (!decision.ok) return decision;
    const questionnaire = await questionnaireOf(trx, await boundTo(trx, id));
    if (!asksAll(questionnaire, sent.answers)) return refuse('no_such_question');
    const standing = await standingOf(trx, id);
    const mine = Object.fromEntries(
      Object.entries(sent.answers).filter(([question]) => sent.choices?.[question] !== 'theirs'),
    );
    const base = await answersSeen(trx, id, sent.seen);
    const { write, conflicts } = mergeAnswers({ mine, seen: sent.seen, base, standing });
    await writeAnswers(trx, { id, write, standing, now, accountId: actor.accountId });
    for (const { name, questions } of questionnaire.sections) {
      if (questions.some((question) => question.name in write))
        await recordEvent(trx, { actor, now, ...about(current) }, 'application.section_saved', {
          section: name,
        });
    }
    await alongside?.(trx, Object.keys(write).length);
    return ok({
      written: Object.keys(write),
      conflicts: conflicts.map((conflict) => withAuthor(conflict, standing[conflict.question])),
      revisions: revisionsAfter({ seen: sent.seen, write, conflicts, standing }),
    });
  });
}

const asksAll = ({ sections }: Questionnaire, answers: Answers) => {
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  return Object.keys(answers).every((question) => asked.has(question));
};

const withAuthor = (
  conflict: Merge['conflicts'][number],
  standing: StandingAnswer | undefined,
): Conflict => ({ ...conflict, by: standing?.savedBy ?? '', at: standing?.savedAt.toISOString() ?? '' });

type Saved = Merge & { seen: Record<string, number>; standing: Record<string, StandingAnswer> };

/** What was written or shown as a conflict has been seen as it stands now; the rest as it was seen before. */
function revisionsAfter({ seen, write, conflicts, standing }: Saved) {
  const revisions = { ...seen };
  for (const question of Object.keys(write)) revisions[question] = (standing[question]?.revision ?? 0) + 1;
  for (const { question } of conflicts) revisions[question] = standing[question]?.revision ?? 0;
  return revisions;
}

type Writing = {
  id: string;
  write: Answers;
  standing: Record<string, StandingAnswer>;
  now: Date;
  accountId: string;
};

async function writeAnswers(trx: Transaction<Database>, { id, write, standing, now, accountId }: Writing) {
  const rows = Object.entries(write).map(([question, value]) => ({
    application_id: id,
    question,
    value: JSON.stringify(value),
    revision: (standing[question]?.revision ?? 0) + 1,
    saved_at: now,
    saved_by: accountId,
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('application_answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'question']).doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        revision: ref('excluded.revision'),
        saved_at: ref('excluded.saved_at'),
        saved_by: ref('excluded.saved_by'),
      })),
    )
    .execute();
}
