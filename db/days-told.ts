import { sql } from 'kysely';

/**
 * Whether the days of an `audit` are known to its recruiter: it has begun, or it is announced and its notice is no older
 * than its plan. The same as `wasTold` of a plan, asked of rows; never null.
 */
export const daysTold = sql<boolean>`((audit.started_at is not null
  or (audit.notice_type = 'announced' and audit.notified_at is not null and audit.state not in ('planned', 'postponed')
    and (audit.planned_at is null or audit.planned_at <= audit.notified_at))) is true)`;
