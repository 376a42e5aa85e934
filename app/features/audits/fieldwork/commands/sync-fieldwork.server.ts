import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { SyncForm } from '../forms.ts';
import { answersTo, listKnown, nextSeqOf } from '../operations.server.ts';
import { inOrder } from '../rules.ts';
import { byItself } from '../taking/by-itself.server.ts';
import { saidIn, standingOf, takeAnswer, type Standing } from '../taking/take-answer.server.ts';
import { sealedIn, takeInterview } from '../taking/take-interview.server.ts';
import { takeFinding, wordsIn } from '../taking/take-finding.server.ts';

type Operation = SyncForm['operations'][number];
type Taking = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date; device: string };

/**
 * Takes the edits a device made, the findings it raised and the interviews it sealed while it was away: by its own count,
 * each once and each by itself. What was answered before is answered again.
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
  const { trx, audit, device } = taking;
  let standing = await standingOf(trx, audit, device);
  for (const operation of operations) {
    const taken = await byItself(trx, async () => {
      await insert(taking, operation, await toldOf(taking, standing, operation));
      return true;
    });
    if (taken) continue;
    await insert(taking, operation, untaken(operation));
    standing = await standingOf(trx, audit, device);
  }
}

function toldOf(taking: Taking, standing: Standing, operation: Operation) {
  switch (operation.kind) {
    case 'raise':
      return takeFinding(taking, operation);
    case 'interview':
      return takeInterview(taking, standing.heard, operation);
    case 'assess':
      return takeAnswer(taking, standing, operation);
  }
}

/** What the database did not take keeps its place in the count, its words and its answer. */
const untaken = (operation: Operation) => ({
  ...keptOf(operation),
  ...{ outcome: 'refused' as const, revision: null, refusal: 'could_not_be_taken', finding_id: null },
});

function keptOf(operation: Operation) {
  switch (operation.kind) {
    case 'raise':
      return wordsIn(operation);
    case 'interview':
      return sealedIn(operation);
    case 'assess':
      return saidIn(operation);
  }
}

type Told = Awaited<ReturnType<typeof toldOf>> | ReturnType<typeof untaken>;

async function insert({ trx, audit, actor, now, device }: Taking, operation: Operation, told: Told) {
  const { id, seq, kind, madeAt } = operation;
  await trx
    .insertInto('fieldwork_operation')
    .values({
      ...{ id, audit_id: audit.id, device, seq, account_id: actor.accountId, kind },
      ...{
        indicator_code: kind === 'interview' ? null : operation.code,
        made_at: madeAt,
        applied_at: now,
        ...told,
      },
    })
    .execute();
}
