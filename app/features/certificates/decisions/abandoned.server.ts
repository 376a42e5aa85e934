import type { Scope } from '#app/platform/scope.ts';

import type { MatterKind } from './model.ts';

/** What happened to the audit a matter is about: who led it, when it ended, and why, in the words of whoever was there. */
export async function findAbandoned({ db }: Pick<Scope, 'db'>, auditId: string | null, kind: MatterKind) {
  if (kind !== 'abandoned_audit') return undefined;
  return db
    .selectFrom('audit')
    .innerJoin('organisation as body', 'body.id', 'audit.audit_body_id')
    .leftJoin('audit_team_member as lead', (join) =>
      join.onRef('lead.audit_id', '=', 'audit.id').on('lead.role', '=', 'lead_auditor'),
    )
    .leftJoin('account', 'account.id', 'lead.account_id')
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit.state', 'audit.starts_on as startsOn'])
    .select(['audit.ends_on as endsOn', 'audit.started_at as startedAt', 'audit.abort_reason as abortReason'])
    .select(['audit.abort_note as abortNote', 'audit.refusal_note as refusalNote'])
    .select(({ fn }) => fn.coalesce('audit.aborted_at', 'audit.refused_at').as('at'))
    .select(['body.name as auditBody', 'account.name as lead'])
    .where('audit.id', '=', auditId)
    .executeTakeFirst();
}
