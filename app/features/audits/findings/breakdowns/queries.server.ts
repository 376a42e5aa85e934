import { sql, type Kysely } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { suggestMajors, type Answer, type Minor } from './rules.ts';

/** More minors than one cycle has ever had. */
const most = 500;

// Which audits are of one cycle the database says, to us and to its own constraint alike.
const ofCycle = (auditId: string) =>
  sql<string>`(select id from audits_of_cycle(${auditId}::uuid) as cycle(id))`;

const withCriterion = (db: Kysely<Database>) =>
  db
    .selectFrom('finding')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    );

/** What the minors on one criterion suggest in this audit, answered or not. Ask only with an audit that was found. */
export async function listBreakdowns(db: Kysely<Database>, { id: auditId }: Pick<Audit, 'id'>) {
  const [minorsForMajor, minors, answers, raised] = await Promise.all([
    findTerm(db, auditId),
    listMinors(db, auditId),
    listAnswers(db, auditId),
    listRaised(db, auditId),
  ]);
  return suggestMajors({ auditId, minors, answers, raised, minorsForMajor });
}

async function findTerm(db: Kysely<Database>, auditId: string) {
  const { terms } = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select('scheme_version.terms')
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow();
  return termsOf(terms).clocks.correctiveAction.minorsForMajor;
}

/** The one on a criterion; nobody's where there are too few. */
export async function findBreakdown(db: Kysely<Database>, audit: Pick<Audit, 'id'>, criterion: string) {
  const suggestions = await listBreakdowns(db, audit);
  return suggestions.find((suggestion) => suggestion.criterion === criterion);
}

/**
 * What there is to answer on a criterion, or what became of it when somebody was here before: said, or graded up.
 * Nobody's where nothing ever was.
 */
export async function findAnswerable(db: Kysely<Database>, audit: Pick<Audit, 'id'>, criterion: string) {
  const [{ suggestions, reasons }, raised] = await Promise.all([
    breakdownsOf(db, audit),
    listRaised(db, audit.id),
  ]);
  const suggestion = suggestions.find((one) => one.criterion === criterion) ?? null;
  const said = reasons.filter((one) => one.criterion === criterion);
  const regraded = raised.includes(criterion);
  return suggestion || said.length > 0 || regraded ? { suggestion, said, regraded } : undefined;
}

/** The same with what was answered, for a page of the audit. */
export async function breakdownsOf(db: Kysely<Database>, audit: Pick<Audit, 'id'>) {
  const [suggestions, reasons] = await Promise.all([listBreakdowns(db, audit), listReasons(db, audit.id)]);
  return { auditId: audit.id, suggestions, reasons };
}

async function listMinors(db: Kysely<Database>, auditId: string): Promise<Minor[]> {
  const rows = await withCriterion(db)
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['finding.id', 'finding.audit_id as auditId', 'finding.indicator_code as indicatorCode'])
    .select(['indicator.criterion_code as criterion', 'audit.reference', 'finding.number'])
    .where('finding.audit_id', 'in', ofCycle(auditId))
    .where('finding.grade', '=', 'minor')
    .where('finding.state', '<>', 'withdrawn')
    .orderBy('finding.raised_at')
    .orderBy('finding.number')
    .limit(most)
    .execute();
  return rows.map(({ reference, number, ...row }) => ({ ...row, name: `${reference}/${number}` }));
}

const listAnswers = (db: Kysely<Database>, auditId: string): Promise<Answer[]> =>
  db
    .selectFrom('finding_breakdown as said')
    .innerJoin('finding_breakdown_minor as minor', 'minor.breakdown_id', 'said.id')
    .leftJoin('finding as major', 'major.id', 'said.major_id')
    .select('said.criterion_code as criterion')
    // An array of ids, and a comparison that counts nothing as a value: the builder has neither.
    .select(sql<string[]>`array_agg(minor.finding_id::text)`.as('minors'))
    .select(sql<boolean>`bool_and(major.state is distinct from 'withdrawn')`.as('stands'))
    .where('said.audit_id', '=', auditId)
    .groupBy(['said.id', 'said.criterion_code'])
    .execute();

async function listRaised(db: Kysely<Database>, auditId: string) {
  const rows = await withCriterion(db)
    .innerJoin('finding_regrade as regrade', 'regrade.finding_id', 'finding.id')
    .select('indicator.criterion_code as criterion')
    .distinct()
    .where('finding.audit_id', '=', auditId)
    .where('finding.state', '<>', 'withdrawn')
    .where('finding.grade', 'in', ['major', 'critical'])
    .where('regrade.outcome', '=', 'approved')
    .where('regrade.from_grade', '=', 'minor')
    .execute();
  return rows.map(({ criterion }) => criterion);
}

/** The answers that were given, in words; the latest first. */
const listReasons = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('finding_breakdown as said')
    .innerJoin('account', 'account.id', 'said.answered_by')
    .select(['said.id', 'said.criterion_code as criterion', 'said.reason', 'said.major_id as majorId'])
    .select(['said.answered_at as answeredAt', 'account.name as answerer'])
    .where('said.audit_id', '=', auditId)
    .orderBy('said.answered_at', 'desc')
    .limit(most)
    .execute();
