import { sql, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Auditor, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { mayRecordMisuse } from '../../policy.ts';
import type { FileForm } from './forms.ts';
import * as rules from './rules.ts';

type Document = { subject: { kind: 'misuse'; id: string }; title: string };
type Shown = { sha256: string; keep: (trx: Transaction<Database>, document: Document) => Promise<unknown> };

/** A photograph or a copy that shows a misuse; `keep` stores it in the same transaction. Ask only with one that was found. */
export const addMisuseFile = (scope: Scope<Officer | Auditor>, id: string, form: FileForm, file: Shown) =>
  scope.db.transaction().execute(async (trx) => {
    const misuse = await holdMisuse(trx, scope, id);
    if (!misuse) return refuse('not_found');
    if (!mayRecordMisuse(scope.actor)) return refuse('forbidden');
    const sums = await sumsOf(trx, id);
    const outcome = rules.addFile(
      { ...misuse, sums },
      { accountId: scope.actor.accountId, sha256: file.sha256 },
    );
    if (outcome.ok) await file.keep(trx, { subject: { kind: 'misuse', id }, title: form.title });
    return outcome;
  });

/** Held as by whoever raises it: nothing is added to what is a finding by now. */
async function holdMisuse(trx: Transaction<Database>, { actor, now }: Scope<Officer | Auditor>, id: string) {
  await trx.selectFrom('claim_misuse').select('id').where(isId('id', id)).forUpdate().execute();
  const row = await trx
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .leftJoin('standing_misuse_finding as link', 'link.misuse_id', 'misuse.id')
    .select(['misuse.recorded_by as recordedBy', 'link.finding_id as findingId'])
    // The constraint asks the database the same.
    .select(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), dayOf(now)).as('tied'))
    .where(isId('misuse.id', id))
    .executeTakeFirst();
  return row && { recordedBy: row.recordedBy, raised: row.findingId !== null, tied: row.tied };
}

async function sumsOf(trx: Transaction<Database>, id: string) {
  const rows = await trx
    .selectFrom('document')
    .innerJoin('document_version as version', 'version.document_id', 'document.id')
    .select('version.sha256')
    .where('document.subject_kind', '=', 'misuse')
    .where('document.subject_id', '=', id)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
