import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { openIdentity } from '../interviews/sealing.server.ts';
import type { Audit } from '../model.ts';
import { reportParts, type ReportText } from './model.ts';
import { heardIn, namingsIn, type Named } from './naming.ts';

/**
 * Who stands in a report by name and must not: in its public summary nobody at all, in no part of it a worker who was
 * heard. Their names are sealed: this process opens them, compares, and keeps nothing.
 */
export async function namingsOf(db: Kysely<Database>, audit: Audit, text: ReportText) {
  const [people, workers, organisations] = await Promise.all([
    peopleOf(db, audit),
    heardBy(db, audit.id),
    db
      .selectFrom('organisation')
      .select('name')
      .where('id', 'in', [audit.organisationId, audit.auditBodyId])
      .execute(),
  ]);
  const names = organisations.map(({ name }) => name);
  const { publicSummary } = text;
  // What a manager is called may stand in the report, though a worker bears the same name.
  const known = [...names, ...people.map(({ name }) => name)];
  const parts = reportParts.filter((part) => part !== 'publicSummary').map((part) => text[part]);
  return [
    ...namingsIn(publicSummary, people, names),
    ...heardIn(publicSummary, workers, names),
    ...heardIn(parts.join('\n\n'), workers, known),
  ];
}

/** Of those whose names were not destroyed yet. */
async function heardBy(db: Kysely<Database>, auditId: string) {
  const rows = await db
    .selectFrom('worker_interview')
    .select(['id', 'identity'])
    .where('audit_id', '=', auditId)
    .where('identity', 'is not', null)
    .limit(most)
    .execute();
  const opened = await Promise.all(rows.map(({ id, identity }) => openIdentity(id, identity ?? '')));
  return opened.filter((identity) => identity !== undefined);
}
/** As many as an audit has keys for. */
const most = 999;

/** The team, whoever works at the recruiter, and those whom its application names. */
async function peopleOf(
  db: Kysely<Database>,
  { team, organisationId, applicationId }: Audit,
): Promise<Named[]> {
  const [staff, declared] = await Promise.all([
    db
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .select('account.name')
      .where('membership.organisation_id', '=', organisationId)
      .execute(),
    // Names stand in lists of answers: a path finds them, for which the builder has no words.
    sql<{ name: string }>`select distinct person #>> '{}' as name from application_answer,
      lateral (select jsonb_path_query(value, '$[*].owner_name') union all
        select jsonb_path_query(value, '$[*].director_name') union all select value where jsonb_typeof(value) = 'string'
      ) said (person)
      where application_id = ${applicationId} and question in ('contact_name', 'owners', 'directors')`.execute(
      db,
    ),
  ]);
  return [
    ...team.map(({ name }) => ({ name, side: 'team' as const })),
    ...[...staff, ...declared.rows].map(({ name }) => ({ name, side: 'recruiter' as const })),
  ];
}
