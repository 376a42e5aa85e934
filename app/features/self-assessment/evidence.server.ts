import type { Kysely, Transaction } from 'kysely';

import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { EvidenceForm } from './forms.ts';
import type { Attempt } from './model.ts';
import { onOwnAttempt } from './on-own-attempt.server.ts';
import { attemptsOf, toAttempt } from './queries.server.ts';
import { change } from './rules.ts';

/** Says which of the agency's documents show an indicator; those that are not named any more are let go. */
export const attachEvidence = (
  scope: Scope<Recruiter>,
  attempt: string,
  code: string,
  { documents }: Pick<EvidenceForm, 'documents'>,
) =>
  onOwnAttempt(scope, attempt, async (trx, current) => {
    const allowed = change(current);
    if (!allowed.ok) return allowed;
    if (!(await indicatorOf(trx, current, code))) return refuse('not_found');
    const wanted = [...new Set(documents)];
    if ((await ownDocuments(trx, current, wanted)).length < wanted.length) return refuse('no_such_document');
    await trx
      .deleteFrom('self_assessment_evidence')
      .where('self_assessment_id', '=', current.id)
      .where('indicator_code', '=', code)
      .$if(wanted.length > 0, (query) => query.where('document_id', 'not in', wanted))
      .execute();
    if (wanted.length > 0) await link(trx, { ...scope, current, code, wanted });
    return ok({ documents: wanted.length });
  });

type Link = Scope<Recruiter> & { current: Attempt; code: string; wanted: string[] };

const link = (trx: Transaction<Database>, { actor, now, current, code, wanted }: Link) =>
  trx
    .insertInto('self_assessment_evidence')
    .values(
      wanted.map((id) => ({
        self_assessment_id: current.id,
        scheme_version_id: current.schemeVersionId,
        indicator_code: code,
        document_id: id,
        attached_at: now,
        attached_by: actor.accountId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();

const ownDocuments = (trx: Transaction<Database>, { organisationId }: Attempt, wanted: string[]) =>
  wanted.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('document')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('withdrawn_at', 'is', null)
        .where('id', 'in', wanted)
        .execute();

const indicatorOf = (db: Kysely<Database>, { schemeVersionId }: Attempt, code: string) =>
  db
    .selectFrom('indicator')
    .select(['code', 'criterion_code as criterionCode', 'requirement'])
    .where('scheme_version_id', '=', schemeVersionId)
    .where('code', '=', code)
    .executeTakeFirst();

/** An indicator of an own attempt, the agency's documents, and which of them are named as its evidence. */
export async function findEvidence({ db, actor }: Scope<Recruiter>, attempt: string, code: string) {
  const number = /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : 0;
  const row = await attemptsOf(db, actor.organisationId).where('attempt', '=', number).executeTakeFirst();
  if (!row) return undefined;
  const current = toAttempt(row);
  const [indicator, documents] = await Promise.all([
    indicatorOf(db, current, code),
    db
      .selectFrom('document')
      .leftJoin('self_assessment_evidence as evidence', (join) =>
        join
          .onRef('evidence.document_id', '=', 'document.id')
          .on('evidence.self_assessment_id', '=', current.id)
          .on('evidence.indicator_code', '=', code),
      )
      .select(['document.id', 'document.title', 'document.added_at as addedAt'])
      .select('evidence.attached_at as attachedAt')
      .where('document.organisation_id', '=', actor.organisationId)
      .where('document.withdrawn_at', 'is', null)
      .orderBy('document.added_at', 'desc')
      .limit(200)
      .execute(),
  ]);
  return indicator && { ...current, indicator, documents };
}

/** The documents an attempt names, by indicator. Ask only with an id that was found in the actor's scope. */
export const listEvidence = (db: Kysely<Database>, attemptId: string) =>
  db
    .selectFrom('self_assessment_evidence as evidence')
    .innerJoin('document', 'document.id', 'evidence.document_id')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.code', '=', 'evidence.indicator_code')
        .onRef('indicator.scheme_version_id', '=', 'evidence.scheme_version_id'),
    )
    .select(['evidence.indicator_code as code', 'document.id', 'document.title'])
    .where('evidence.self_assessment_id', '=', attemptId)
    .orderBy('indicator.position')
    .orderBy('document.title')
    .limit(1000)
    .execute();
