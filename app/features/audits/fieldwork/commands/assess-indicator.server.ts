import type { Transaction } from 'kysely';

import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { AssessForm } from '../forms.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import { assess } from '../rules.ts';
import { saveAssessment } from '../save.server.ts';
import { onAudit } from '../../commands/on-audit.server.ts';

type Assessment = Pick<AssessForm, 'conformity' | 'note' | 'evidence' | 'revision'>;

/**
 * Saves what was found for one indicator, over the revision its author saw and no other. No event: hundreds of saves
 * make an audit, and the row itself says who made the last one.
 */
export const assessIndicator = (scope: Scope, id: string, code: string, form: Assessment) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const outcome = assess(audit);
    if (!outcome.ok) return outcome;
    if (!(await indicatorExists(trx, audit, code))) return refuse('not_found');
    if ((await revisionOf(trx, audit, code)) !== form.revision) return refuse('assessed_meanwhile');

    const cited = await checkCited(trx, audit.id, form.note, form.evidence);
    if (!cited.ok) return cited;

    const revision = form.revision + 1;
    await saveAssessment(trx, audit, code, { ...form, revision, at: scope.now, by: actor.accountId });
    return ok({ revision });
  });

export const indicatorExists = (trx: Transaction<Database>, { schemeVersionId }: Audit, code: string) =>
  trx
    .selectFrom('indicator')
    .select('code')
    .where('scheme_version_id', '=', schemeVersionId)
    .where('code', '=', code)
    .executeTakeFirst();

async function revisionOf(trx: Transaction<Database>, { id }: Audit, code: string) {
  const row = await trx
    .selectFrom('indicator_assessment')
    .select('revision')
    .where('audit_id', '=', id)
    .where('indicator_code', '=', code)
    .executeTakeFirst();
  return row?.revision ?? 0;
}
