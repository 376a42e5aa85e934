import { z } from 'zod';

import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Auditor, Decider, Officer, Reviewer, Scope } from '#app/platform/scope.ts';

import { auditStates, auditTypes } from './model.ts';
import { visibleTo } from './sight.server.ts';

const perPage = 25;

type AuditFilter = { state: string; page: number };

const listed = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(auditTypes),
  state: z.enum(auditStates),
  recruiter: z.string(),
  startsOn: z.string().nullable(),
  lead: z.string().nullable(),
  openFindings: z.number(),
});

/** Audits in the actor's sight, the running ones first. */
export async function listAudits(
  scope: Scope<Auditor | Reviewer | Officer | Decider>,
  { state, page }: AuditFilter,
) {
  const matching = visibleTo(scope).$if(state !== '', (query) => query.where('audit.state', '=', state));
  const [rows, { count }] = await Promise.all([
    matching
      .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
      .leftJoin('audit_team_member as lead', (join) =>
        join.onRef('lead.audit_id', '=', 'audit.id').on('lead.role', '=', 'lead_auditor'),
      )
      .leftJoin('account', 'account.id', 'lead.account_id')
      .select(['audit.id', 'audit.reference', 'audit.type', 'audit.state', 'audit.starts_on as startsOn'])
      .select(['organisation.name as recruiter', 'account.name as lead'])
      .select((from) =>
        from
          .selectFrom('finding')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('finding.audit_id', '=', 'audit.id')
          .where('finding.state', 'not in', ['closed', 'withdrawn'])
          .as('openFindings'),
      )
      .orderBy((by) => by('audit.state', 'in', ['closed', 'cancelled']))
      .orderBy('audit.scheduled_at', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { audits: z.array(listed).parse(rows), count, pages: pagesOf(count, perPage) };
}
