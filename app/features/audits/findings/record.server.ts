import type { Kysely } from 'kysely';
import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { answererRoles } from '../model.ts';
import { reasonsOfGrade } from './grading/reasons.server.ts';
import { findingRows, isFinding, partOf, toFinding } from './queries.server.ts';
import { listContainments } from './containment/queries.server.ts';
import { findClosing, findVerification } from './verification/queries.server.ts';

const answerer = z.enum(answererRoles);
const plan = z.object({ answer: z.enum(['accepted', 'returned']).nullable() });
const proof = z.object({ answer: z.enum(['verified', 'rejected']).nullable() });

export type FindingRecord = NonNullable<Awaited<ReturnType<typeof findFinding>>>;

type Asking = Pick<Scope, 'db' | 'actor' | 'now'>;

const whole = ({ db, ...by }: Asking) =>
  findingRows(db, by)
    .leftJoin('account as verifier', 'verifier.id', 'finding.verified_by')
    .select([
      'finding.evidence',
      'finding.extension_reason as extensionReason',
      'finding.extended_from as extendedFrom',
      'finding.extended_at as extendedAt',
      'finding.law_instrument as lawInstrument',
      'finding.law_place as lawPlace',
      'finding.declaration_question as declarationQuestion',
      'finding.declaration_answer as declarationAnswer',
      'indicator.default_grade as defaultGrade',
      'finding.repeats_id as repeatsId',
      'finding.containment',
      'finding.withdrawal_reason as withdrawalReason',
    ])
    .select(reasonsOfGrade(by.actor.kind !== 'recruiter'))
    .select(partOf('finding.audit_id', 'finding.extended_by').as('extendedAs'))
    .select([
      'finding.verification_method as method',
      'verifier.name as verifier',
      'audit.type as auditType',
    ]);

/** A finding as its page shows it, with every round of plans and evidence, the latest first. */
export async function findFinding(asking: Asking, id: string) {
  const { db } = asking;
  const row = await whole(asking).where(isFinding(id)).executeTakeFirst();
  if (!row) return undefined;
  const { recruiter, requirement, statement, evidence, containment, withdrawalReason, method, verifier } =
    row;
  const { containDueOn, planDueOn, closeDueOn, issuedAt, extensionReason, extendedFrom, extendedAt } = row;
  const { lawInstrument, lawPlace, declarationQuestion, declarationAnswer, repeatsId } = row;
  const grading = { defaultGrade: z.enum(grades).parse(row.defaultGrade), gradedBecause: row.gradedBecause };
  const measure = { lawInstrument, lawPlace, declarationQuestion, declarationAnswer, repeatsId };
  const details = {
    ...{ ...measure, ...grading },
    extensionReason,
    extendedFrom,
    extendedAt,
    extendedAs: answerer.parse(row.extendedAs),
    recruiter,
    requirement,
    statement,
    evidence,
    containment,
    withdrawalReason,
    method,
    verifier,
  };
  return {
    ...details,
    issuedAt,
    containDueOn,
    planDueOn,
    closeDueOn,
    finding: toFinding(row),
    ...(await roundsOf(db, row.id)),
  };
}

/** What was sent, answered, seen and relied on. */
async function roundsOf(db: Kysely<Database>, id: string) {
  const [containments, plans, proofs, verification, closing] = await Promise.all([
    listContainments(db, id),
    listPlans(db, id),
    listProofs(db, id),
    findVerification(db, id),
    findClosing(db, id),
  ]);
  return { containments, plans, proofs, verification, closing };
}

async function listPlans(db: Kysely<Database>, findingId: string) {
  const rows = await db
    .selectFrom('corrective_action_plan')
    .select(['round', 'root_cause as rootCause', 'correction', 'corrective_action as correctiveAction'])
    .select([
      'preventive_action as preventiveAction',
      'remedy_to_workers as remedyToWorkers',
      'no_action_reason as noActionReason',
      'owner',
      'target_on as targetOn',
      'submitted_at as submittedAt',
    ])
    .select(['answer', 'answer_reason as answerReason', 'answered_at as answeredAt'])
    .where('finding_id', '=', findingId)
    .orderBy('round', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, ...plan.parse(row) }));
}

async function listProofs(db: Kysely<Database>, findingId: string) {
  const rows = await db
    .selectFrom('finding_evidence')
    .leftJoin('document_version as file', (join) =>
      join
        .onRef('file.document_id', '=', 'finding_evidence.document_id')
        .onRef('file.version', '=', 'finding_evidence.document_version'),
    )
    .select(['round', 'description', 'file.filename', 'file.bytes', 'submitted_at as submittedAt'])
    .select(['file.document_id as documentId', 'file.version', 'file.sha256'])
    .select(['answer', 'answer_reason as answerReason', 'answered_at as answeredAt'])
    .where('finding_id', '=', findingId)
    .orderBy('round', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, ...proof.parse(row) }));
}
