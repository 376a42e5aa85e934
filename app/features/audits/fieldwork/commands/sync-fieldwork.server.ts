import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { listInterviews } from '../../interviews/queries.server.ts';
import { citeInterviews } from '../../interviews/rules.ts';
import { mayAudit } from '../../policy.ts';
import type { Assessing, SyncForm } from '../forms.ts';
import { answersTo, currentsOf, earlierOf, listKnown, nextSeqOf } from '../operations.server.ts';
import { listCodes } from '../queries.server.ts';
import { inOrder, receive } from '../rules.ts';
import { saveAssessment } from '../save.server.ts';
import { takeFinding } from '../raised/take-finding.server.ts';

type Operation = SyncForm['operations'][number];
type Taking = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date; device: string };

/**
 * Takes the edits a device made and the findings it raised while it was away: by its own count, each once, all of them or
 * none. What was answered before is answered again.
 */
export const syncFieldwork = (scope: Scope, id: string, { device, operations }: SyncForm) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const sent = new Map(operations.map((operation) => [operation.id, operation]));
    const known = await listKnown(trx, [...sent.keys()]);
    if (known.some((one) => one.auditId !== audit.id || one.device !== device))
      return refuse('operation_taken');
    const next = await nextSeqOf(trx, audit.id, device);
    const before = new Set(known.map((one) => one.id));
    const fresh = inOrder(
      [...sent.values()].filter((operation) => !before.has(operation.id)),
      next,
    );
    if (!fresh.ok) return { ...fresh, expected: next };
    await take({ trx, audit, actor, now: scope.now, device }, fresh.value);
    const answers = await answersTo(trx, [...sent.keys()]);
    const results = operations.flatMap((operation) => answers.get(operation.id) ?? []);
    return ok({ results, next: next + fresh.value.length });
  });

async function take(taking: Taking, operations: readonly Operation[]) {
  if (operations.length === 0) return;
  const { trx, audit, actor, now, device } = taking;
  const standing = await standingOf(trx, audit, device);
  const rows = [];
  for (const operation of operations) {
    const { id, seq, code, madeAt } = operation;
    const told =
      operation.kind === 'raise'
        ? await takeFinding({ trx, audit, actor, now }, operation)
        : await takeAnswer(taking, standing, operation);
    rows.push({
      ...{ id, audit_id: audit.id, device, seq, account_id: actor.accountId, kind: operation.kind },
      ...{ indicator_code: code, made_at: madeAt, applied_at: now, ...told },
    });
  }
  await trx.insertInto('fieldwork_operation').values(rows).execute();
}

async function standingOf(trx: Transaction<Database>, audit: Audit, device: string) {
  const codes = new Set(await listCodes(trx, audit));
  const [currents, earliers] = [await currentsOf(trx, audit.id), await earlierOf(trx, audit.id, device)];
  const heard = (await listInterviews(trx, audit.id)).map(({ pseudonym }) => pseudonym);
  return { codes, currents, earliers, heard };
}
type Standing = Awaited<ReturnType<typeof standingOf>>;

/** What stands is kept up with, for the answers that follow. */
async function takeAnswer(
  { trx, audit, actor, now }: Taking,
  { codes, currents, earliers, heard }: Standing,
  edit: Assessing,
) {
  const { code, conformity, note, evidence, base } = edit;
  const cites = citeInterviews(`${note}\n${evidence}`, heard).ok;
  const stands = { current: currents.get(code), earlier: earliers.get(code) };
  const verdict = receive(audit, edit, { exists: codes.has(code), cites, ...stands });
  const revision = verdict.outcome === 'refused' ? null : verdict.revision;
  if (verdict.outcome === 'applied' && verdict.writes) {
    const current = { conformity, note, evidence, revision: verdict.revision };
    await saveAssessment(trx, audit, code, { ...current, at: now, by: actor.accountId });
    currents.set(code, current);
  }
  const { outcome } = verdict;
  earliers.set(code, { outcome, revision, open: outcome === 'conflict' });
  const refusal = verdict.outcome === 'refused' ? verdict.refusal : null;
  return { conformity, note, evidence, base, raising: null, outcome, revision, refusal, finding_id: null };
}
