import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Auditor, Officer, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Narrowing } from './rules.ts';

/** More than these nobody looks through in a list; the address takes the id of any. */
const most = 500;

type Reader = Auditor | Reviewer | Officer | Recruiter;
type Joined = { tables: Database & { entry: Database['audit_programme_entry'] } };

/** Of a query that has the recruiter as `organisation`. By its words, or the number of a certificate it has or had. */
function isOf(recruiter: string): Expression<SqlBool> {
  const { or, eb, selectFrom } = expressionBuilder<Database, 'organisation'>();
  const like = `%${recruiter.replaceAll(/[%_\\]/g, '\\$&').toLowerCase()}%`;
  return or([
    // The index is on the name in small letters.
    sql<boolean>`lower(organisation.name) like ${like}`,
    eb(
      'organisation.id',
      'in',
      selectFrom('certificate')
        .select('certificate.organisation_id')
        .where('certificate.number', '=', recruiter.toUpperCase()),
    ),
  ]);
}

const isOnTeam = (auditor: string) => {
  const { exists, selectFrom } = expressionBuilder<Database, 'audit'>();
  return exists(
    selectFrom('audit_team_member as member')
      .select('member.account_id')
      .whereRef('member.audit_id', '=', 'audit.id')
      .where(isId('member.account_id', auditor)),
  );
};

/** Conditions on audits in somebody's sight, never instead of it. The query has `audit` and its `organisation`. */
export const auditsLike = ({ body, auditor, recruiter }: Narrowing): Expression<SqlBool> =>
  expressionBuilder<Joined['tables'], 'audit'>().and([
    ...(body ? [isId('audit.audit_body_id', body)] : []),
    ...(auditor ? [isOnTeam(auditor)] : []),
    ...(recruiter ? [isOf(recruiter)] : []),
  ]);

/** The same of what nobody has scheduled yet: it is no auditor's. The query has `certificate` and its `organisation`. */
export const entriesLike = ({ body, auditor, recruiter }: Narrowing): Expression<SqlBool> =>
  expressionBuilder<Joined['tables'], 'certificate'>().and([
    ...(body ? [isId('certificate.audit_body_id', body)] : []),
    ...(auditor ? [sql<boolean>`false`] : []),
    ...(recruiter ? [isOf(recruiter)] : []),
  ]);

/**
 * What a reader chooses from: bodies, and who audits for them. Asked of people and places, never of audits: that
 * somebody stands here says nothing of what is ahead of anyone.
 */
export async function listChoices({ db, actor }: Pick<Scope<Reader>, 'db' | 'actor'>, { body }: Narrowing) {
  if (actor.kind === 'recruiter') return { bodies: [], auditors: [] };
  const [bodies, auditors] = await Promise.all([
    actor.kind === 'officer' ? listBodies(db) : [],
    auditorsOf(db, actor.kind === 'officer' ? body : actor.organisationId),
  ]);
  return { bodies, auditors };
}

const listBodies = (db: Scope['db']) =>
  db
    .selectFrom('organisation')
    .select(['id as value', 'name as label'])
    .where('kind', '=', 'audit_body')
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();

const auditorsOf = (db: Scope['db'], body: string) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id as value', 'account.name as label'])
    .distinct()
    .where('membership.role', '=', 'auditor')
    .$if(body !== '', (query) => query.where(isId('membership.organisation_id', body)))
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(most)
    .execute();
