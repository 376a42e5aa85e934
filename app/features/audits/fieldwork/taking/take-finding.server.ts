import type { Transaction } from 'kysely';

import { refuse } from '#app/platform/result.ts';
import type { Auditor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { raiseOn } from '../../findings/commands/raise-finding.server.ts';
import { raiseForm } from '../../findings/forms.ts';
import type { Audit } from '../../model.ts';
import type { Raising } from '../forms.ts';

type Taking = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/**
 * A finding that was raised without a network, by the id its device gave it. It is raised on the day it arrives: the
 * clock of the device is told beside it and starts nothing. What is refused is kept in its words.
 */
export async function takeFinding(taking: Taking, operation: Raising) {
  const outcome = await raised(taking, operation);
  const told = { ...wordsIn(operation), revision: null };
  return outcome.ok
    ? { ...told, outcome: 'applied' as const, refusal: null, finding_id: outcome.value.id }
    : { ...told, outcome: 'refused' as const, refusal: outcome.refusal, finding_id: null };
}

/** The words of a finding, kept whatever becomes of it. */
export function wordsIn({ statement, evidence, ...operation }: Raising) {
  const { grade, requirementKind, lawInstrument, lawPlace, harm, gradingReasons, declaration, findingId } =
    operation;
  const raising = {
    ...{ findingId, grade, requirementKind, lawInstrument, lawPlace },
    ...{ harm: harm ?? null, gradingReasons, declaration: declaration ?? null },
  };
  return { conformity: null, note: statement, evidence, base: null, raising };
}

async function raised({ trx, audit, actor, now }: Taking, { code, findingId, ...said }: Raising) {
  const form = raiseForm.safeParse({ ...said, id: findingId });
  if (!form.success)
    return refuse(
      form.error.issues.some(({ code: why }) => why === 'too_big') ? 'text_too_long' : 'finding_incomplete',
    );
  const outcome = await raiseOn(trx, { db: trx, actor, now }, audit, { code, form: form.data });
  if (!outcome.ok && outcome.refusal === 'not_found') return refuse('no_such_indicator');
  return outcome;
}
