import { sql, type Kysely } from 'kysely';

import { ok } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { openIdentity } from '../interviews/sealing.server.ts';
import type { Audit } from '../model.ts';
import { partNames, reportParts, type ReportText } from './model.ts';
import { heardIn, namingsIn, refuseHeard, type Named, type Naming } from './naming.ts';
import { listComments } from './queries.server.ts';

/**
 * Who stands in a report by name and must not: in its public summary nobody at all, in no part of it a worker who was
 * heard. Their names are sealed: this process opens them, compares, and keeps nothing.
 */
export async function namingsOf(db: Kysely<Database>, audit: Audit, text: ReportText) {
  const { people, workers, names, known } = await namesOf(db, audit);
  const { publicSummary } = text;
  const parts = reportParts.filter((part) => part !== 'publicSummary').map((part) => text[part]);
  return [
    ...namingsIn(publicSummary, people, names),
    ...heardIn(publicSummary, workers, names),
    ...heardIn(parts.join('\n\n'), workers, known),
  ];
}

async function namesOf(db: Kysely<Database>, audit: Audit) {
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
  // What a manager is called may stand in the report, though a worker bears the same name.
  return { people, workers, names, known: [...names, ...people.map(({ name }) => name)] };
}

/** Whether words that its recruiter will read name a worker who was heard in this audit. */
export async function checkHeard(db: Kysely<Database>, audit: Audit, ...texts: string[]) {
  const { workers, known } = await namesOf(db, audit);
  const named = heardIn(texts.join('\n\n'), workers, known);
  return named.length > 0 ? refuseHeard(named) : ok({});
}

/**
 * The same beside the text of a report: in findings nobody was told of yet and in answers on the facts, as they were
 * written before somebody was heard. What a finding took over of an earlier one was told then, and stands.
 */
export async function namingsBeside(db: Kysely<Database>, audit: Audit): Promise<Naming[]> {
  const { workers, known } = await namesOf(db, audit);
  const findings = await db
    .selectFrom('finding')
    .leftJoin('finding_effectiveness as judged', 'judged.reopened_id', 'finding.id')
    .select(['finding.number', 'finding.statement', 'finding.evidence', 'judged.reopened_id as reopened'])
    .select('finding.grading_reasons as reasons')
    .where('finding.audit_id', '=', audit.id)
    .where('finding.state', '=', 'raised')
    .orderBy('finding.number')
    .execute();
  const comments = await listComments(db, audit.id);
  const texts = [
    ...findings.map(({ number, statement, evidence, reasons, reopened }) => ({
      where: `Finding ${number}`,
      text: reopened ? evidence : [statement, evidence, reasons ?? ''].join('\n\n'),
    })),
    ...comments.map(({ part, findingNumber, answer }) => ({
      where: `The answer on ${part ? partNames[part] : `finding ${findingNumber ?? ''}`}`,
      text: answer ?? '',
    })),
  ];
  return texts.flatMap(({ where, text }) =>
    heardIn(text, workers, known).map((naming) => ({ ...naming, where })),
  );
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
