import type { Scope } from '#app/platform/scope.ts';

import { auditsOf } from './evidence.server.ts';

type House = Pick<Scope, 'db'>;
const most = 200;

/** Who left the team of an audit before it was over: taken off for a tie, or by an objection that was upheld. */
export const listDepartures = ({ db }: House, matterId: string) =>
  auditsOf(db, matterId)
    .innerJoin('audit_team_departure as gone', 'gone.audit_id', 'audit.id')
    .innerJoin('account', 'account.id', 'gone.account_id')
    .leftJoin('audit_objection_answer as answer', 'answer.objection_id', 'gone.objection_id')
    .select(['audit.id as auditId', 'account.id as accountId', 'account.name', 'gone.role'])
    .select('gone.left_at as leftAt')
    .select(({ fn }) => fn.coalesce('gone.reason', 'answer.reasons').as('reason'))
    .orderBy('gone.left_at')
    .orderBy('account.name')
    .limit(most)
    .execute();

/** What the recruiter objected to, and what was said to it: also where the person stayed. */
export const listObjections = ({ db }: House, matterId: string) =>
  auditsOf(db, matterId)
    .innerJoin('audit_objection as objection', 'objection.audit_id', 'audit.id')
    .innerJoin('account', 'account.id', 'objection.account_id')
    .leftJoin('audit_objection_answer as answer', 'answer.objection_id', 'objection.id')
    .select(['audit.id as auditId', 'objection.id', 'account.name', 'objection.reasons'])
    .select(['answer.outcome', 'answer.reasons as answer'])
    .orderBy('objection.raised_at')
    .orderBy('account.name')
    .limit(most)
    .execute();

/** Languages and sectors that nobody on a team had when it was formed, and why its body went on all the same. */
export const listNotCovered = ({ db }: House, matterId: string) =>
  auditsOf(db, matterId)
    .innerJoin('audit_team_gap as gap', 'gap.audit_id', 'audit.id')
    .innerJoin('account', 'account.id', 'gap.given_by')
    .select(['audit.id as auditId', 'gap.languages', 'gap.sectors', 'gap.reason', 'account.name as givenBy'])
    .orderBy('audit.id')
    .limit(most)
    .execute();
