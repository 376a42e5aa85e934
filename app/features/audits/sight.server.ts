import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { daysTold } from '#db/days-told.ts';
import { hasTie } from '#db/has-tie.ts';

/**
 * Of an audit that has not begun nobody reads who is tied to its recruiter, but what the recruiter itself was told: the
 * days of an announced one. What is planned anew after a postponement is untold again.
 */
const toldOrUntied = (accountId: string, now: Date) =>
  sql<boolean>`(${daysTold} or not ${hasTie(accountId, sql.ref('audit.organisation_id'), dayOf(now))})`;

/** Whether somebody is on the team of an `audit`. */
export const isOnTeam = (accountId: string) => sql<boolean>`exists (select 1 from audit_team_member mine
  where mine.audit_id = audit.id and mine.account_id = ${accountId}::uuid)`;

/** What each actor may know of: their own audits, their body's, their agency's once told; the scheme knows all. */
export const visibleTo = ({ db, actor, now }: Pick<Scope, 'db' | 'actor' | 'now'>) =>
  db.selectFrom('audit').where((where) => {
    switch (actor.kind) {
      case 'system':
        return where.val(true);
      case 'officer':
        return toldOrUntied(actor.accountId, now);
      case 'decider':
        // The database answers: whoever has not declared on its matter reads nothing, and nobody an audit under way.
        return sql<boolean>`(num_nonnulls(audit.reviewed_at, audit.readiness) > 0
          and audit.application_id in (select panel_reads(${actor.accountId}::uuid)))`;
      case 'auditor':
        return where.and([
          where('audit.audit_body_id', '=', actor.organisationId),
          isOnTeam(actor.accountId),
        ]);
      case 'reviewer':
        return where.and([
          where('audit.audit_body_id', '=', actor.organisationId),
          toldOrUntied(actor.accountId, now),
        ]);
      case 'recruiter':
        return where.and([
          where('audit.organisation_id', '=', actor.organisationId),
          where.or([where('audit.notified_at', 'is not', null), where('audit.started_at', 'is not', null)]),
        ]);
      case 'visitor':
      case 'company':
      case 'caseworker':
      case 'trainer':
      case 'authority':
        return where.val(false);
    }
  });
