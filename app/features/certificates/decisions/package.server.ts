import { sql } from 'kysely';

import type { Decider, Scope } from '#app/platform/scope.ts';

import { findMatter, standingOf } from './matters.server.ts';
import { mayVote, read } from './rules.ts';

/**
 * A matter and, for a member who declared and had no part in it, what lies before the panel. The reference is taken
 * before the contents are read: what changes in between is found out when the vote is cast.
 */
export async function findPackage({ db, actor, now }: Scope<Decider>, id: string) {
  const matter = await findMatter(db, id);
  if (!matter) return undefined;
  const who = { accountId: actor.accountId, now };
  const { member, package: reference } = await standingOf(db, matter.id, who);
  const reader = read(member);
  const standing = mayVote(matter, member, now);
  if (!reader.ok) return { matter, member, standing, refusal: reader.refusal, contents: undefined };
  const { applicationId, organisationId } = matter;
  const [application, audits, findings, licences, decisions] = await Promise.all([
    findScope({ db }, applicationId),
    listAudits({ db }, applicationId),
    listFindings({ db }, applicationId),
    listLicences({ db }, organisationId),
    listDecisions({ db }, organisationId),
  ]);
  const contents = { reference, application, audits, findings, licences, decisions };
  return { matter, member, standing, refusal: undefined, contents };
}

const findScope = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('application')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select(['application.id', 'application.corridors', 'application.sectors', 'application.offices'])
    .select(['application.package_frozen_at as frozenAt', 'body.name as auditBody'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();

const listAudits = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('audit')
    .leftJoin('account as reviewer', 'reviewer.id', 'audit.reviewed_by')
    .select([
      'audit.id',
      'audit.reference',
      'audit.type',
      'audit.notice_type as noticeType',
      'audit.starts_on as startsOn',
      'audit.ends_on as endsOn',
      'audit.plan',
    ])
    .select([
      'audit.readiness',
      'audit.summary',
      'audit.reviewed_at as reviewedAt',
      'reviewer.name as reviewedBy',
    ])
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
    .orderBy('audit.scheduled_at')
    .orderBy('audit.type')
    .execute();

/** Each finding with the latest plan and proof the recruiter sent. */
const listFindings = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('finding')
    .leftJoin(
      (from) =>
        from
          .selectFrom('corrective_action_plan')
          .distinctOn('finding_id')
          .select(['finding_id', 'corrective_action', 'target_on'])
          .orderBy('finding_id')
          .orderBy('round', 'desc')
          .as('plan'),
      (join) => join.onRef('plan.finding_id', '=', 'finding.id'),
    )
    .select([
      'finding.id',
      'finding.number',
      'finding.grade',
      'finding.state',
      'finding.indicator_code as indicator',
      'finding.statement',
      'finding.verification_method as verification',
    ])
    .select(['plan.corrective_action as correctiveAction', 'plan.target_on as targetOn'])
    // The same question the constraint on votes asks.
    .select(sql<boolean>`is_open_point(finding.grade, finding.state)`.as('open'))
    .where('finding.application_id', '=', applicationId)
    .where('finding.state', '<>', 'withdrawn')
    .orderBy('finding.number')
    .limit(500)
    .execute();

const listLicences = ({ db }: Pick<Scope, 'db'>, organisationId: string) =>
  db
    .selectFrom('licence')
    .select(['id', 'authority', 'number', 'standing', 'valid_until as validUntil'])
    .where('organisation_id', '=', organisationId)
    .orderBy('valid_until')
    .limit(100)
    .execute();

/** What the panel decided about this recruiter before. */
const listDecisions = ({ db }: Pick<Scope, 'db'>, organisationId: string) =>
  db
    .selectFrom('certification_decision')
    .select(['id', 'kind', 'outcome', 'reasons', 'decided_at as decidedAt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('decided_at', 'desc')
    .limit(50)
    .execute();
