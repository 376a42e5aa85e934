import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { indicatorExists } from '../../fieldwork/commands/assess-indicator.server.ts';
import { checkCited } from '../../interviews/queries.server.ts';
import { mayAudit } from '../../policy.ts';
import { checkHeard } from '../../report/namings.server.ts';
import { insertFinding } from '../commands/insert-finding.server.ts';
import { wordsOf } from '../commands/raise-finding.server.ts';
import { findRepeated } from '../repeats.server.ts';
import { gradeRaised } from '../rules.ts';
import type { RaiseMisuseForm } from './forms.ts';
import { findMisuse } from './queries.server.ts';
import { claimsIndicator, raiseMisuse as raises } from './rules.ts';

/** A misuse of the certificate becomes a finding of this audit, with all that follows from one. */
export const raiseMisuse = (scope: Scope, auditId: string, id: string, form: RaiseMisuseForm) =>
  onAudit(scope, auditId, mayAudit, async ({ trx, audit, actor }) => {
    // Held: two audits of one holder do not raise it twice.
    const misuse = (await findMisuse(trx, audit, id)) && (await hold());
    if (!misuse) return refuse('not_found');
    const outcome = raises(audit, misuse);
    if (!outcome.ok) return outcome;
    if (!(await indicatorExists(trx, audit, claimsIndicator))) return refuse('no_such_indicator');
    const words = wordsOf(form);
    const cited = await checkCited(trx, audit.id, ...words);
    if (!cited.ok) return cited;
    const heard = await checkHeard(trx, audit, ...words);
    if (!heard.ok) return heard;
    const before = await findRepeated(trx, audit, claimsIndicator);
    const made = await insertFinding(trx, { ...scope, actor }, audit, {
      code: claimsIndicator,
      form: { ...form, grade: gradeRaised(form.grade, before?.grade), requirementKind: 'standard' },
      repeatsId: before?.id ?? null,
    });
    if (!made.ok) return made;
    await trx
      .insertInto('finding_of_misuse')
      .values({ misuse_id: misuse.id, finding_id: made.value.id })
      .execute();
    return made;

    async function hold() {
      await trx.selectFrom('claim_misuse').select('id').where('id', '=', id).forUpdate().execute();
      return findMisuse(trx, audit, id);
    }
  });
