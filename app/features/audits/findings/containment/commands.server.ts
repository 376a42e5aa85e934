import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAnswer, mayAudit } from '../../policy.ts';
import { about, onFinding } from '../commands/on-finding.server.ts';
import { nameOf } from '../model.ts';
import { checkWords } from '../verification/keep.server.ts';
import type { AnswerForm, ContainForm } from './forms.ts';
import { answerContainment as answers, contain } from './rules.ts';

type Kept = { documentId: string; version: number; sha256: string };
type Document = { subject: { kind: 'finding'; id: string }; title: string };
type Keep = (trx: Transaction<Database>, document: Document) => Promise<Kept>;

/** `keep` stores the document that shows it, in the same transaction: without one nothing is said to be stopped. */
export const containFinding = (scope: Scope, id: string, { containment }: ContainForm, keep: Keep) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const outcome = contain(finding);
    if (!outcome.ok) return outcome;
    const { state, containments: round } = outcome.value;
    const title = `Harm stopped, finding ${nameOf(finding)}`;
    const kept = await keep(trx, { subject: { kind: 'finding', id: finding.id }, title });
    await trx
      .insertInto('finding_containment')
      .values({
        ...{ finding_id: finding.id, round, containment },
        ...{ document_id: kept.documentId, document_version: kept.version, sha256: kept.sha256 },
        ...{ submitted_at: scope.now, submitted_by: actor.accountId },
      })
      .execute();
    await trx
      .updateTable('finding')
      .set({ state, containment, contained_at: scope.now })
      .where('id', '=', finding.id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.contained', { round });
    return outcome;
  });

/** What is not believed is taken off the finding, and stays to be read in its round; the days it waited are given back. */
export const answerContainment = (scope: Scope, id: string, form: AnswerForm) =>
  onFinding(scope, id, mayAudit, async ({ trx, finding, actor }) => {
    const { round, outcome: answer } = form;
    const today = dayOf(scope.now);
    const from = (await findSaidOn(trx, finding.id, round)) ?? today;
    const outcome = answers(finding, { round, outcome: answer, from, today });
    if (!outcome.ok) return outcome;
    const reason = answer === 'not_contained' ? (form.reason ?? '') : null;
    const heard = await checkWords(trx, scope, finding, [reason ?? '']);
    if (!heard.ok) return heard;
    await trx
      .updateTable('finding_containment')
      .set({ answer, answer_reason: reason, answered_at: scope.now, answered_by: actor.accountId })
      .where('finding_id', '=', finding.id)
      .where('round', '=', round)
      .execute();
    const { value } = outcome;
    if (value.state === 'issued')
      await trx
        .updateTable('finding')
        .set({ state: value.state, containment: null, contained_at: null })
        .set({ contain_due_on: value.containDueOn, plan_due_on: value.planDueOn })
        .where('id', '=', finding.id)
        .execute();
    await recordEvent(trx, about(scope, finding), 'finding.containment_answered', { round, answer });
    return outcome;
  });

async function findSaidOn(trx: Transaction<Database>, findingId: string, round: number) {
  const said = await trx
    .selectFrom('finding_containment')
    .select('submitted_at as at')
    .where('finding_id', '=', findingId)
    .where('round', '=', round)
    .executeTakeFirst();
  return said && dayOf(said.at);
}
