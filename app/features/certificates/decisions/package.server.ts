import { sql } from 'kysely';

import type { Decider, Scope } from '#app/platform/scope.ts';

import { listAuditedBy } from './queries.server.ts';

/** What the panel decides on: the application, its audits with their teams, and every finding as it stands. */
export async function findPackage({ db, actor }: Scope<Decider>, applicationId: string) {
  const application = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select([
      'application.id',
      'application.reference',
      'application.state',
      'application.corridors',
      'application.sectors',
      'application.offices',
    ])
    .select(['organisation.name as recruiter', 'organisation.country', 'body.name as auditBody'])
    // Compared as text: what stands in an address need not be a uuid.
    .where(sql`application.id::text`, '=', applicationId)
    .where('application.package_frozen_at', 'is not', null)
    .executeTakeFirst();
  if (!application) return undefined;
  const [audits, findings, auditedBy] = await Promise.all([
    listAudits({ db }, application.id),
    listFindings({ db }, application.id),
    listAuditedBy(db, application.id),
  ]);
  return { application, audits, findings, auditedByYou: auditedBy.includes(actor.accountId) };
}

const listAudits = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('audit')
    .leftJoin('account as reviewer', 'reviewer.id', 'audit.reviewed_by')
    .select([
      'audit.id',
      'audit.reference',
      'audit.type',
      'audit.starts_on as startsOn',
      'audit.ends_on as endsOn',
    ])
    .select(['audit.readiness', 'audit.summary', 'reviewer.name as reviewedBy'])
    .select(({ selectFrom }) =>
      selectFrom('audit_team_member')
        .innerJoin('account', 'account.id', 'audit_team_member.account_id')
        // One row an audit: the builder has no string_agg with an order.
        .select(
          sql<string>`string_agg(account.name, ', ' order by audit_team_member.role desc, account.name)`.as(
            'team',
          ),
        )
        .whereRef('audit_team_member.audit_id', '=', 'audit.id')
        .as('team'),
    )
    .where('audit.application_id', '=', applicationId)
    .where('audit.state', '<>', 'cancelled')
    .orderBy('audit.type')
    .execute();

const listFindings = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('finding')
    .select([
      'finding.id',
      'finding.number',
      'finding.grade',
      'finding.state',
      'finding.indicator_code as indicator',
      'finding.statement',
    ])
    .where('finding.application_id', '=', applicationId)
    .where('finding.state', '<>', 'withdrawn')
    .orderBy('finding.number')
    .limit(500)
    .execute();
