import type { Kysely } from 'kysely';
import { z } from 'zod';

import { evidenceTypes } from '#app/features/scheme/model.ts';
import type { Auditor, Decider, Officer, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listDeclarations } from '../findings/requirement/queries.server.ts';
import { interviewsAlong } from '../interviews/away/along.server.ts';
import { conformities, type Audit } from '../model.ts';
import { nextOpen, type IndicatorFilter } from './list/filter.ts';
import { listRaisedOf } from './raised/queries.server.ts';

/** What the team found stays with audit body and scheme: the recruiter reads findings, once they are issued. */
type Reader = Scope<Auditor | Reviewer | Officer | Decider>;
type Assessed = Pick<Audit, 'id' | 'schemeVersionId'>;

/** Every indicator of the audit's scheme version, in order. */
const assessed = (db: Kysely<Database>, audit: Assessed) =>
  db
    .selectFrom('indicator')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.scheme_version_id', '=', 'indicator.scheme_version_id')
        .onRef('criterion.code', '=', 'indicator.criterion_code'),
    )
    .innerJoin('principle', (join) =>
      join
        .onRef('principle.scheme_version_id', '=', 'criterion.scheme_version_id')
        .onRef('principle.code', '=', 'criterion.principle_code'),
    )
    .leftJoin('indicator_assessment as assessment', (join) =>
      join.onRef('assessment.indicator_code', '=', 'indicator.code').on('assessment.audit_id', '=', audit.id),
    )
    .where('indicator.scheme_version_id', '=', audit.schemeVersionId)
    .select(['principle.code as principleCode', 'principle.title as principle'])
    .select(['criterion.code as criterionCode', 'criterion.title as criterion'])
    .select(['indicator.code', 'indicator.requirement', 'indicator.evidence_types as evidenceTypes'])
    .select(['indicator.default_grade as defaultGrade', 'indicator.grading_note as gradingNote'])
    .select('assessment.conformity')
    .orderBy('indicator.position');

/** The same with what hangs on each: findings, documents and photos, and wordings that met. */
const indicators = (db: Kysely<Database>, audit: Assessed) =>
  assessed(db, audit)
    .select((from) =>
      from
        .selectFrom('finding')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('finding.audit_id', '=', audit.id)
        .whereRef('finding.indicator_code', '=', 'indicator.code')
        .where('finding.state', '<>', 'withdrawn')
        .as('findings'),
    )
    .select((from) =>
      from
        .selectFrom('assessment_evidence as named')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('named.audit_id', '=', audit.id)
        .whereRef('named.indicator_code', '=', 'indicator.code')
        .as('evidenceCount'),
    )
    .select((from) =>
      from
        .selectFrom('fieldwork_operation as operation')
        .leftJoin('fieldwork_resolution as resolution', 'resolution.operation_id', 'operation.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('operation.audit_id', '=', audit.id)
        .whereRef('operation.indicator_code', '=', 'indicator.code')
        .where('operation.outcome', '=', 'conflict')
        .where('resolution.operation_id', 'is', null)
        .as('conflicts'),
    );

const row = {
  principleCode: z.string(),
  principle: z.string(),
  criterionCode: z.string(),
  criterion: z.string(),
  code: z.string(),
  requirement: z.string(),
  evidenceTypes: z.array(z.enum(evidenceTypes)),
  defaultGrade: z.enum(['critical', 'major', 'minor']),
  gradingNote: z.string().nullable(),
  conformity: z.enum(conformities).nullable(),
  findings: z.number(),
  evidenceCount: z.number(),
  conflicts: z.number(),
};
const indicatorShape = z.object(row);

export const listIndicators = async ({ db }: Reader, audit: Assessed) =>
  z.array(indicatorShape).parse(await indicators(db, audit).execute());

const assessmentShape = z.object({
  ...row,
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  revision: z.number().nullable(),
  assessedAt: z.date().nullable(),
  assessedBy: z.string().nullable(),
});

/** One indicator with its whole assessment. */
export async function findIndicator({ db }: Reader, audit: Assessed, code: string) {
  const found = await indicators(db, audit)
    .leftJoin('account', 'account.id', 'assessment.assessed_by')
    .select(['assessment.note', 'assessment.evidence', 'assessment.revision'])
    .select(['assessment.assessed_at as assessedAt', 'account.name as assessedBy'])
    .where('indicator.code', '=', code)
    .executeTakeFirst();
  return found && assessmentShape.parse(found);
}

/** The next indicator without an answer, of the principle and evidence asked for. */
export async function findNextOpen({ db }: Reader, audit: Assessed, code: string, filter: IndicatorFilter) {
  // Asked after every save: what hangs on an indicator is not counted for it.
  const all = z
    .array(indicatorShape.pick({ code: true, principleCode: true, evidenceTypes: true, conformity: true }))
    .parse(await assessed(db, audit).execute());
  return nextOpen(all, filter, code);
}

/** Indicators without an assessment, or marked to come back to. */
export async function countOpenIndicators(db: Kysely<Database>, audit: Assessed) {
  const { count } = await db
    .selectFrom('indicator')
    .leftJoin('indicator_assessment as assessment', (join) =>
      join.onRef('assessment.indicator_code', '=', 'indicator.code').on('assessment.audit_id', '=', audit.id),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('indicator.scheme_version_id', '=', audit.schemeVersionId)
    .where((where) =>
      where.or([
        where('assessment.conformity', 'is', null),
        where('assessment.conformity', '=', 'come_back'),
      ]),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** Indicators that do not conform, of which no finding stands. */
export async function countUnfound(db: Kysely<Database>, { id }: Pick<Audit, 'id'>) {
  const { count } = await db
    .selectFrom('indicator_assessment as assessment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('assessment.audit_id', '=', id)
    .where('assessment.conformity', '=', 'does_not_conform')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('finding')
            .select('finding.id')
            .whereRef('finding.audit_id', '=', 'assessment.audit_id')
            .whereRef('finding.indicator_code', '=', 'assessment.indicator_code')
            .where('finding.state', '<>', 'withdrawn'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}

export async function listCodes(db: Kysely<Database>, { schemeVersionId }: Pick<Audit, 'schemeVersionId'>) {
  const rows = await db
    .selectFrom('indicator')
    .select('code')
    .where('scheme_version_id', '=', schemeVersionId)
    .execute();
  return rows.map(({ code }) => code);
}

const bundledShape = z.object({
  code: z.string(),
  conformity: z.enum(conformities),
  note: z.string(),
  evidence: z.string(),
  revision: z.number(),
  by: z.string(),
  at: z.date(),
});

/** Everything a device needs to go on with fieldwork where there is no network. */
export async function bundleOf({ db, actor }: Scope<Auditor>, audit: Assessed & Named) {
  const [all, rows, me, findings, interviews, declared] = await Promise.all([
    indicators(db, audit).execute(),
    db
      .selectFrom('indicator_assessment as assessment')
      .innerJoin('account', 'account.id', 'assessment.assessed_by')
      .select(['indicator_code as code', 'conformity', 'note', 'evidence', 'revision'])
      .select(['account.name as by', 'assessed_at as at'])
      .where('audit_id', '=', audit.id)
      .orderBy('indicator_code')
      .execute(),
    db.selectFrom('account').select('name').where('id', '=', actor.accountId).executeTakeFirstOrThrow(),
    listRaisedOf(db, audit.id),
    interviewsAlong(db, audit.id),
    listDeclarations(db, audit.applicationId),
  ]);
  const { id, reference, recruiter, state } = audit;
  return {
    audit: { id, reference, recruiter, state },
    indicators: z
      .array(indicatorShape)
      .parse(all)
      .map((indicator) => ({
        code: indicator.code,
        principle: `${indicator.principleCode} ${indicator.principle}`,
        criterion: `${indicator.criterionCode} ${indicator.criterion}`,
        text: indicator.requirement,
        evidenceTypes: indicator.evidenceTypes,
        defaultGrade: indicator.defaultGrade,
        gradingNote: indicator.gradingNote,
        findings: indicator.findings,
      })),
    assessments: z.array(bundledShape).parse(rows),
    ...{ findings, ...interviews },
    declared: declared.map(({ value, section, question, answer }) => ({ value, section, question, answer })),
    me: { accountId: actor.accountId, name: me.name },
  };
}
type Named = Pick<Audit, 'reference' | 'state' | 'applicationId'> & { recruiter: string };

/** Why a surveillance that is over left principles out; null where it did not. */
export async function findCoverage(db: Kysely<Database>, { id }: Pick<Audit, 'id'>) {
  const { reasons } = await db
    .selectFrom('audit')
    .select('coverage_reasons as reasons')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return reasons;
}
