import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayAnswer } from '../../policy.ts';
import type { EvidenceForm } from '../forms.ts';
import { nameOf } from '../model.ts';
import { submitEvidence as submits } from '../rules.ts';
import { about, onFinding } from './on-finding.server.ts';

type Kept = { documentId: string; version: number; sha256: string };
type Document = { subject: { kind: 'finding'; id: string }; title: string };
type Keep = (trx: Transaction<Database>, document: Document) => Promise<Kept>;

/** `keep` stores the document that shows it, in the same transaction. */
export const submitEvidence = (scope: Scope, id: string, { description }: EvidenceForm, keep?: Keep) =>
  onFinding(scope, id, mayAnswer, async ({ trx, finding, actor }) => {
    const outcome = submits(finding);
    if (!outcome.ok) return outcome;
    const { state, proofs: round } = outcome.value;
    const title = `Evidence of correction, finding ${nameOf(finding)}`;
    const kept = keep && (await keep(trx, { subject: { kind: 'finding', id: finding.id }, title }));
    const attached = kept && {
      document_id: kept.documentId,
      document_version: kept.version,
      sha256: kept.sha256,
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
