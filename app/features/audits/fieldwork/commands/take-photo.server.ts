import type { Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { onAudit } from '../../commands/on-audit.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import type { PhotoForm } from '../forms.ts';
import { assess } from '../rules.ts';
import { indicatorExists } from './assess-indicator.server.ts';

type Photo = PhotoForm & { photoId: string };
type Keep = (trx: Transaction<Database>, title: string) => Promise<void>;

/**
 * Says which indicator a photo shows. `keep` stores the photo itself, in the same transaction; without it, this only
 * tells whether the photo would be taken, before megabytes are sent for nothing.
 */
export const takePhoto = (scope: Scope, id: string, photo: Photo, keep?: Keep) =>
  onAudit(scope, id, mayAudit, async ({ trx, audit, actor }) => {
    const there = await findPhoto(trx, photo.photoId);
    if (there) {
      const same = there.auditId === audit.id && there.code === photo.code;
      return same ? ok({ outcome: 'already' as const }) : refuse('photo_taken');
    }
    const open = assess(audit);
    if (!open.ok) return open;
    if (!(await indicatorExists(trx, audit, photo.code))) return refuse('no_such_indicator');
    if (!keep) return ok({ outcome: 'awaited' as const });
    await keep(trx, `Photo for indicator ${photo.code}`);
    await trx
      .insertInto('assessment_evidence')
      .values({ ...rowOf(audit, photo), attached_at: scope.now, attached_by: actor.accountId })
      .execute();
    return ok({ outcome: 'stored' as const });
  });

const rowOf = ({ id, schemeVersionId }: Audit, { photoId, code, seq }: Photo) => ({
  ...{ audit_id: id, scheme_version_id: schemeVersionId, indicator_code: code },
  ...{ document_id: photoId, seq: seq ?? null },
});

const findPhoto = (trx: Transaction<Database>, photoId: string) =>
  trx
    .selectFrom('document')
    .leftJoin('assessment_evidence as evidence', 'evidence.document_id', 'document.id')
    .select(['evidence.audit_id as auditId', 'evidence.indicator_code as code'])
    .where('document.id', '=', photoId)
    .executeTakeFirst();
