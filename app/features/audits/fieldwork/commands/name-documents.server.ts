import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import { mayAudit } from '../../policy.ts';
import { listDocumentsToName } from '../evidence.server.ts';
import type { EvidenceForm } from '../forms.ts';
import { assess } from '../rules.ts';
import { indicatorExists } from './assess-indicator.server.ts';

/** Says which of the recruiter's documents show an indicator; those not named any more are let go. Photos stay. */
export const nameDocuments = (
  scope: Scope,
  id: string,
  code: string,
  { documents }: Pick<EvidenceForm, 'documents'>,
) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const open = assess(audit);
    if (!open.ok) return open;
    if (!(await indicatorExists(trx, audit, code))) return refuse('not_found');
    const known = await listDocumentsToName({ db: trx }, audit, code);
    const wanted = new Set(documents);
    const there = known.filter((document) => wanted.has(document.id));
    if (there.length < wanted.size) return refuse('no_such_document');
    const gone = known.filter((document) => document.named && !wanted.has(document.id));
    const fresh = there.filter((document) => !document.named);
    if (gone.length > 0)
      await trx
        .deleteFrom('assessment_evidence')
        .where('audit_id', '=', audit.id)
        .where('indicator_code', '=', code)
        .where(
          'document_id',
          'in',
          gone.map((document) => document.id),
        )
        .execute();
    const row = { audit_id: audit.id, scheme_version_id: audit.schemeVersionId, indicator_code: code };
    const attached = { attached_at: scope.now, attached_by: actor.accountId };
    if (fresh.length > 0)
      await trx
        .insertInto('assessment_evidence')
        .values(fresh.map((document) => ({ ...row, ...attached, document_id: document.id })))
        .execute();
    return ok({ documents: there.length });
  });
