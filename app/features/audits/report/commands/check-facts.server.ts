import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { oneByOne } from '#app/platform/operation/round.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import type { Audit, TechReview } from '../../model.ts';
import { isHouse, mayAnswer } from '../../policy.ts';
import type { CommentForm } from '../forms.ts';
import { reportParts, type ReportPart } from '../model.ts';
import { columnOf, listComments, listReportFindings } from '../queries.server.ts';
import { comment, endFactCheck as ends, passFactCheck } from '../rules.ts';

/** The recruiter says what is wrong in one part of the report, or in one finding. */
export const commentOnFacts = (scope: Scope, id: string, form: CommentForm) =>
  onAudit(scope, id, mayAnswer, async ({ trx, audit, actor }) => {
    const on = await subjectOf(trx, audit, form.about);
    if (!on) return refuse('not_found');
    const said = { audit_id: audit.id, ...on, comment: form.comment, made_by: actor.accountId };
    const kept = form.id && (await findSent(trx, form.id));
    if (kept) return sentAgain(kept, said);
    const outcome = comment(audit, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    const made = await trx
      .insertInto('fact_check_comment')
      .values({ ...(form.id && { id: form.id }), ...said, made_at: scope.now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    return made ? ok(made) : refuse('sent_before');
  });

const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('fact_check_comment')
    .select(['id', 'audit_id', 'section', 'finding_id', 'comment', 'made_by'])
    .where('id', '=', id)
    .executeTakeFirst();

const isPart = (word: string): word is ReportPart => reportParts.some((part) => part === word);

async function subjectOf(trx: Transaction<Database>, { id }: Audit, word: string) {
  if (isPart(word)) return { section: columnOf(word) };
  const findings = await listReportFindings(trx, id);
  return findings.some((finding) => finding.id === word) ? { finding_id: word } : undefined;
}

type Ending = { trx: Transaction<Database>; audit: Audit; outcome: Result<TechReview> };

/** From the check to the second person; the lead auditor is told what was said. */
async function goOn(scope: Scope, { trx, audit, outcome }: Ending) {
  if (!outcome.ok) return outcome;
  await trx
    .updateTable('audit')
    .set({ state: outcome.value.state, fact_checked_at: scope.now })
    .where('id', '=', audit.id)
    .execute();
  const comments = await listComments(trx, audit.id);
  const open = comments.filter((said) => said.outcome === null).length;
  if (scope.actor.kind !== 'system' || open > 0)
    await recordEvent(trx, about(scope, audit), 'audit.fact_check_answered', { comments: open });
  await recordEvent(trx, about(scope, audit), 'audit.report_submitted', {});
  return outcome;
}

/** The recruiter has said all it wants to say. */
export const endFactCheck = (scope: Scope, id: string) =>
  onAudit(scope, id, mayAnswer, ({ trx, audit }) => goOn(scope, { trx, audit, outcome: ends(audit) }));

/** By clock: reports whose check is over go on, each once. */
export async function endFactChecks({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const scope: Scope = { db, now, actor: { kind: 'system' } };
  const due = await db
    .selectFrom('audit')
    .select('id')
    .where('state', '=', 'fact_check')
    .where('fact_check_due_on', '<', dayOf(now))
    .orderBy('fact_check_due_on')
    .execute();
  await oneByOne(due, ({ id }) =>
    onAudit(scope, id, isHouse, ({ trx, audit }) =>
      goOn(scope, { trx, audit, outcome: passFactCheck(audit, dayOf(now)) }),
    ),
  );
}
