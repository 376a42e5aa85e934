import type { Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

/** Everyone who had a hand in the audits of an application. */
export async function listAuditedBy(db: Kysely<Database>, applicationId: string): Promise<string[]> {
  const audits = await db
    .selectFrom('audit')
    .leftJoin('audit_team_member', 'audit_team_member.audit_id', 'audit.id')
    .select(['audit_team_member.account_id', 'audit.scheduled_by', 'audit.reported_by', 'audit.reviewed_by'])
    .where('audit.application_id', '=', applicationId)
    .execute();
  const people = audits.flatMap(({ account_id, scheduled_by, reported_by, reviewed_by }) => [
    account_id,
    scheduled_by,
    reported_by,
    reviewed_by,
  ]);
  return [...new Set(people.filter((person) => person !== null))];
}

const decisionDays = z.object({ clocks: z.object({ decisionDays: z.number() }) });

/** Packages waiting for the panel, the longest waiting first. */
export async function listPending({ db }: Scope<Decider>) {
  const rows = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select([
      'application.id',
      'application.reference',
      'application.package_frozen_at as frozenAt',
      'organisation.name as recruiter',
    ])
    .select(['organisation.country', 'body.name as auditBody', 'scheme_version.terms'])
    .where('application.state', '=', 'decision_pending')
    .orderBy('application.package_frozen_at')
    .limit(100)
    .execute();
  return rows.map(({ frozenAt, terms, ...row }) => ({
    ...row,
    frozenOn: frozenAt ? dayOf(frozenAt) : null,
    days: decisionDays.parse(terms).clocks.decisionDays,
  }));
}
