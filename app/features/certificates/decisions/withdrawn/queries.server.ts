import type { Scope } from '#app/platform/scope.ts';

import { auditsOf } from '../evidence.server.ts';

/** Findings the audits of a package raised and took back, with why and by whom; what they said is told to nobody. */
export const listWithdrawn = ({ db }: Pick<Scope, 'db'>, matterId: string) =>
  auditsOf(db, matterId)
    .innerJoin('finding', 'finding.audit_id', 'audit.id')
    .leftJoin('account', 'account.id', 'finding.withdrawn_by')
    .select(['finding.id', 'audit.reference', 'finding.number', 'finding.grade'])
    .select([
      'finding.indicator_code as indicator',
      'finding.withdrawal_reason as reason',
      'account.name as by',
    ])
    .where('finding.state', '=', 'withdrawn')
    .orderBy('audit.reference')
    .orderBy('finding.number')
    .limit(200)
    .execute();
