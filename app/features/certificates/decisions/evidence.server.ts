import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { grades, gradingInWords } from '#app/features/scheme/model.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

type House = Pick<Scope, 'db'>;
const most = 100;

/** The same audits that the text of the package holds: of one that is under way the panel learns nothing. */
export const auditsOf = (db: Kysely<Database>, matterId: string) =>
  db
    .selectFrom('audit')
    .innerJoin('decision_matter as matter', 'matter.application_id', 'audit.application_id')
    .where('matter.id', '=', matterId)
    .where(({ or, eb }) =>
      or([eb('audit.reviewed_at', 'is not', null), eb('audit.readiness', 'is not', null)]),
    )
    // The function the package is written by; the builder passes no whole rows.
    .where(sql<boolean>`is_of_matter(matter, audit)`);

export const listAudits = ({ db }: House, matterId: string) =>
  auditsOf(db, matterId)
    .leftJoin('account as reviewer', 'reviewer.id', 'audit.reviewed_by')
    .leftJoin('audit_report as report', 'report.audit_id', 'audit.id')
    .leftJoin('audit_report_file as file', (join) =>
      join.onRef('file.audit_id', '=', 'report.audit_id').onRef('file.version', '=', 'report.version'),
    )
    .leftJoin('audit_sample_plan as sample', 'sample.id', 'audit.sample_plan_id')
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit.notice_type as noticeType'])
    .select(['audit.starts_on as startsOn', 'audit.ends_on as endsOn', 'audit.plan', 'audit.readiness'])
    .select(['audit.summary', 'audit.reviewed_at as reviewedAt', 'reviewer.name as reviewedBy'])
    .select(['report.version as reportVersion', 'file.sha256 as reportHash'])
    .select(['sample.target as interviewsPlanned', 'sample.without_help as withoutHelp'])
    .select(['audit.sample_reasons as sampleReasons', 'audit.coverage_reasons as coverageReasons'])
    .select('audit.away_reasons as awayReasons')
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
    .orderBy('audit.scheduled_at')
    .orderBy('audit.type')
    .limit(most)
    .execute();

/** How the harm was said to be stopped, how each correction was verified, and what whoever closed the finding relied on. */
const verifiedFindings = (db: Kysely<Database>) =>
  db
    .selectFrom('finding')
    .leftJoin('finding_verification as seen', 'seen.finding_id', 'finding.id')
    .select(['finding.verification_method as verification', 'finding.closing_words as closingWords'])
    .select(['seen.seen', 'seen.seen_on as seenOn', 'seen.place', 'seen.confirmed', 'seen.affected'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('finding_containment as said')
          .select(['said.containment as words', 'said.answer', 'said.answer_reason as reason'])
          .whereRef('said.finding_id', '=', 'finding.id')
          .orderBy('said.round')
          .limit(most),
      ).as('containments'),
    )
    .select(({ selectFrom }) =>
      selectFrom('finding_verification_document as looked')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('looked.finding_id', '=', 'finding.id')
        .as('documents'),
    );

/** Each finding with the latest plan and proof the recruiter sent; of other applications those that are open. */
export async function listFindings({ db }: House, matterId: string) {
  const rows = await verifiedFindings(db)
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .innerJoin('decision_matter as matter', 'matter.organisation_id', 'finding.organisation_id')
    .leftJoin(
      (from) =>
        from
          .selectFrom('corrective_action_plan')
          .distinctOn('finding_id')
          .select(['finding_id', 'corrective_action', 'target_on', 'no_action_reason', 'remedy_to_workers'])
          .orderBy('finding_id')
          .orderBy('round', 'desc')
          .as('plan'),
      (join) => join.onRef('plan.finding_id', '=', 'finding.id'),
    )
    .select(['finding.id', 'finding.number', 'finding.grade', 'finding.state'])
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.scheme_version_id', '=', 'finding.scheme_version_id')
        .onRef('indicator.code', '=', 'finding.indicator_code'),
    )
    .select(['finding.indicator_code as indicator', 'finding.statement'])
    .select('indicator.default_grade as defaultGrade')
    // A row goes to the function whole, for which the builder has no words.
    .select(sql<string | null>`reasons_of_grade(finding, true)`.as('gradedBecause'))
    .select(['plan.corrective_action as correctiveAction', 'plan.target_on as targetOn'])
    .select(['plan.no_action_reason as noActionReason', 'plan.remedy_to_workers as remedyToWorkers'])
    // The same question the constraint on votes asks.
    .select(sql<boolean>`is_open_point(finding.grade, finding.state)`.as('open'))
    .where('matter.id', '=', matterId)
    .where('finding.state', '<>', 'withdrawn')
    .where(sql<boolean>`(is_of_package(matter, audit) or is_open_point(finding.grade, finding.state))`)
    .orderBy('finding.number')
    .limit(500)
    .execute();
  return rows.map(({ defaultGrade, gradedBecause, ...row }) => ({
    ...row,
    grading: gradingInWords({ gradedBecause, ...graded.parse({ grade: row.grade, defaultGrade }) }),
  }));
}
const graded = z.object({ grade: z.enum(grades), defaultGrade: z.enum(grades) });

const totals = z.array(
  z.object({
    ...{ applicationId: z.string(), reference: z.string(), own: z.boolean() },
    ...{ remedies: z.number(), completed: z.number(), affected: z.number(), madeWhole: z.number() },
  }),
);
const unopened = z.object({ notOpened: z.number() });
const money = z.array(
  z.object({
    ...{ applicationId: z.string(), currency: z.string() },
    ...{ owed: z.coerce.number(), paid: z.coerce.number() },
  }),
);

/** The remedies of this recruiter, whichever of its applications their findings belong to: workers are owed by it. */
const remediesOf = ({ db }: House, matterId: string) =>
  db
    .selectFrom('remedy')
    .innerJoin('finding', 'finding.id', 'remedy.finding_id')
    .innerJoin('decision_matter as matter', 'matter.organisation_id', 'finding.organisation_id')
    .innerJoin('application', 'application.id', 'finding.application_id')
    .select('application.id as applicationId')
    .where('matter.id', '=', matterId)
    .groupBy('application.id');

/** What workers are owed, by application, and what came back to them; and what is owed and not opened. */
export async function listRemedies(house: House, matterId: string) {
  const counted = await remediesOf(house, matterId)
    .innerJoin('remedy_people as people', 'people.remedy_id', 'remedy.id')
    .select(({ eb, ref }) => [
      'application.reference',
      eb('application.id', '=', ref('matter.application_id')).as('own'),
    ])
    // Counts of a view come without a type.
    .select(sql<number>`count(*)::integer`.as('remedies'))
    .select(sql<number>`count(remedy.completed_at)::integer`.as('completed'))
    .select(sql<number>`coalesce(sum(people.affected), 0)::integer`.as('affected'))
    .select(sql<number>`coalesce(sum(people.made_whole), 0)::integer`.as('madeWhole'))
    .groupBy('matter.application_id')
    .orderBy('own', 'desc')
    .orderBy('application.reference')
    .limit(most)
    .execute();
  const sums = await remediesOf(house, matterId)
    .innerJoin('remedy_item as item', 'item.remedy_id', 'remedy.id')
    .select('item.currency')
    .select(sql<string>`sum(item.owed_minor)`.as('owed'))
    .select(sql<string>`sum(item.paid_minor)`.as('paid'))
    .groupBy('item.currency')
    .orderBy('item.currency')
    .limit(most)
    .execute();
  const paid = money.parse(sums);
  const of = totals.parse(counted).map((one) => ({
    ...one,
    money: paid.filter(({ applicationId }) => applicationId === one.applicationId),
  }));
  return { of, ...(await findUnopened(house, matterId)) };
}

/** Of all applications of the recruiter, as the constraint on grants counts them. */
async function findUnopened({ db }: House, matterId: string) {
  const row = await db
    .selectFrom('decision_matter as matter')
    .select(sql<number>`remedies_not_opened(matter.organisation_id)`.as('notOpened'))
    .where('matter.id', '=', matterId)
    .executeTakeFirstOrThrow();
  return unopened.parse(row);
}

const counts = z.array(
  z.object({ auditId: z.string(), outcome: z.string(), withoutHelp: z.number(), count: z.number() }),
);

/** How many workers each audit heard, and how: numbers alone, of nobody's words or name. */
export async function findSample({ db }: House, matterId: string) {
  const rows = await auditsOf(db, matterId)
    .innerJoin('worker_interview as interview', 'interview.audit_id', 'audit.id')
    .select(['audit.id as auditId', 'interview.outcome'])
    .select(sql<number>`count(*)::integer`.as('count'))
    .select(
      sql<number>`count(*) filter (where interview.reached = 'without_recruiter')::integer`.as('withoutHelp'),
    )
    .groupBy(['audit.id', 'interview.outcome'])
    .limit(most)
    .execute();
  return counts.parse(rows);
}
