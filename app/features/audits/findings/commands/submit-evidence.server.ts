import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { StoredFile } from '#app/platform/files/storage.server.ts';

import { mayAnswer } from '../../policy.ts';
import type { EvidenceForm } from '../forms.ts';
import { submitEvidence as submits } from '../rules.ts';
import { about, onFinding } from './on-finding.server.ts';

/** `file` is stored already; whoever called removes it again when this is refused. */
export const submitEvidence = (scope: Scope, id: string, { description }: EvidenceForm, file?: StoredFile) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const outcome = submits(finding);
    if (!outcome.ok) return outcome;
    const { state, proofs: round } = outcome.value;
    const attached = file && {
      filename: file.filename,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      storage_key: file.key,
    };
    await trx
      .insertInto('finding_evidence')
      .values({
        finding_id: finding.id,
        round,
        description,
        ...attached,
        submitted_at: scope.now,
        submitted_by: actor.accountId,
      })
      .execute();
    await trx.updateTable('finding').set({ state }).where('id', '=', finding.id).execute();
    await recordEvent(trx, about(scope, finding), 'finding.evidence_submitted', { round });
    return outcome;
  });
