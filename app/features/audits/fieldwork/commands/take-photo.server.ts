import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { PhotoForm } from '../forms.ts';
import { tookAlong } from '../along/queries.server.ts';
import { takesPhoto } from '../along/rules.ts';
import { indicatorExists } from './assess-indicator.server.ts';

type Photo = PhotoForm & { photoId: string };
type Keep = (trx: Transaction<Database>, title: string) => Promise<void>;

/**
 * Says which indicator a photo shows; one that a device sends when fieldwork is over is kept beside. `keep` stores the photo itself, in the same transaction; without it, this only
 * tells whether the photo would be taken, before megabytes are sent for nothing.
 */
export const takePhoto = (scope: Scope, id: string, photo: Photo, keep?: Keep) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const there = await findPhoto(trx, photo.photoId);
    if (there) {
      const same = there.auditId === audit.id && there.code === photo.code;
      return same ? ok({ outcome: 'already' as const }) : refuse('photo_taken');
    }
    // A form that is open with a network says at once that fieldwork is over.
    const along = photo.seq !== undefined && (await tookAlong(trx, audit.id, actor.accountId));
    const taken = takesPhoto(audit, along);
    if (!taken.ok) return taken;
    const { late } = taken.value;
    if (!(await indicatorExists(trx, audit, photo.code))) return refuse('no_such_indicator');
    if (!keep) return ok({ outcome: 'awaited' as const });
    await keep(trx, `Photo for indicator ${photo.code}`);
    await (late ? keepLate : attach)(trx, rowOf(audit, photo), { at: scope.now, by: actor.accountId });
    return ok({ outcome: 'stored' as const, late });
  });

type Row = ReturnType<typeof rowOf>;
type Stored = { at: Date; by: string };

const attach = (trx: Transaction<Database>, row: Row, { at, by }: Stored) =>
  trx
    .insertInto('assessment_evidence')
    .values({ ...row, attached_at: at, attached_by: by })
    .execute();

const keepLate = (trx: Transaction<Database>, row: Row, { at, by }: Stored) =>
  trx
    .insertInto('late_photo')
    .values({ ...row, seq: row.seq ?? 1, arrived_at: at, arrived_by: by })
    .execute();

const rowOf = ({ id, schemeVersionId }: Audit, { photoId, code, seq }: Photo) => ({
  ...{ audit_id: id, scheme_version_id: schemeVersionId, indicator_code: code },
  ...{ document_id: photoId, seq: seq ?? null },
});

const findPhoto = (trx: Transaction<Database>, photoId: string) =>
  trx
    .selectFrom('document')
    .leftJoin('assessment_evidence as evidence', 'evidence.document_id', 'document.id')
    .leftJoin('late_photo as late', 'late.document_id', 'document.id')
    .select(({ fn }) => [
      fn.coalesce('evidence.audit_id', 'late.audit_id').as('auditId'),
      fn.coalesce('evidence.indicator_code', 'late.indicator_code').as('code'),
    ])
    .where('document.id', '=', photoId)
    .executeTakeFirst();
