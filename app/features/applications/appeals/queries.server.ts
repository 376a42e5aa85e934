import { sql, type Kysely } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { appealable } from '../model.ts';
import { clocksOf } from '../queries.server.ts';
import { standingWith } from '../review/queries.server.ts';
import { openTexts, type Independence } from './rules.ts';

/** Whether somebody had a hand in what is appealed against; the database answers, for its constraint asks the same. */
async function isInvolved(db: Kysely<Database>, applicationId: string, accountId: string) {
  const { rows } = await sql<{ involved: boolean }>`
    select is_involved(${applicationId}::uuid, ${accountId}::uuid) as involved`.execute(db);
  return rows[0]?.involved ?? true;
}

/** How somebody of the scheme stands to an appeal against a decision on an application. */
export async function independenceOf(
  db: Kysely<Database>,
  applicationId: string,
  { kind, accountId }: Officer | Decider,
): Promise<Independence> {
  return {
    involved: await isInvolved(db, applicationId, accountId),
    standing: kind === 'decider' ? kind : await standingWith(db, applicationId, accountId),
  };
}

const appeals = (db: Kysely<Database>) =>
  db
    .selectFrom('application_appeal')
    .innerJoin('application', 'application.id', 'application_appeal.application_id')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('account as decider', 'decider.id', 'application_appeal.decided_by')
    .select([
      'application_appeal.id',
      'application_appeal.application_id as applicationId',
      'application_appeal.against',
      'application_appeal.against_at as againstAt',
      'application_appeal.lodged_at as lodgedAt',
      'application_appeal.due_on as dueOn',
    ])
    .select([
      'application_appeal.outcome',
      'application_appeal.decided_at as decidedAt',
      'decider.name as decidedBy',
    ])
    .select([
      'application.reference',
      'application.organisation_id as organisationId',
      'organisation.name as recruiter',
    ]);

const isAppealable = (state: string) => appealable.some((known) => known === state);

const said = ['application_appeal.grounds', 'application_appeal.reasons'] as const;

/** Open ones first, the soonest due at the top; then those that were decided. */
export const listAppeals = ({ db }: Scope<Officer | Decider>) =>
  appeals(db)
    // Who withdraws leaves the appeal undecided.
    .where(({ or, eb }) =>
      or([eb('application_appeal.outcome', 'is not', null), eb('application.state', '=', 'appealed')]),
    )
    .orderBy(sql`application_appeal.outcome is not null`)
    .orderBy('application_appeal.due_on')
    .limit(200)
    .execute();

/** What is told of a decision and of the appeal is left out for officers who are not free. */
export async function findAppeal({ db, actor }: Scope<Officer | Decider>, id: string) {
  const appeal = await appeals(db).select(said).where(isId('application_appeal.id', id)).executeTakeFirst();
  if (!appeal) return undefined;
  const { grounds, reasons, ...facts } = appeal;
  const { involved, standing } = await independenceOf(db, appeal.applicationId, actor);
  // What was said does not leave the server before an officer has declared.
  const texts = openTexts({ standing }).ok
    ? { grounds, reasons, decided: await reasonsFor(db, appeal) }
    : undefined;
  return { ...facts, texts, standing, involved: appeal.outcome === null && involved };
}

/** Why it was decided as it was: the words of the review, or of the panel. */
async function reasonsFor(
  db: Kysely<Database>,
  { applicationId, against }: { applicationId: string; against: string },
) {
  const table =
    against === 'rejected' ? ('application_review' as const) : ('certification_decision' as const);
  const row = await db
    .selectFrom(table)
    .select('reasons')
    .where('application_id', '=', applicationId)
    .where('outcome', '=', against)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reasons ?? '';
}

/** The own decision that may be appealed against, or the appeal that was lodged and its answer; undefined where there is neither. */
export async function findOwnAppeal({ db, actor }: Scope<Recruiter>) {
  const row = await db
    .selectFrom('application')
    .select(['id', 'reference', 'state', 'scheme_version_id as versionId'])
    .select(['rejected_at as rejectedAt', 'concluded_at as concludedAt'])
    .where('organisation_id', '=', actor.organisationId)
    // An appeal that was upheld is answered, and the application has gone on since.
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('state', 'in', [...appealable, 'appealed']),
        exists(
          selectFrom('application_appeal')
            .select('application_appeal.id')
            .whereRef('application_appeal.application_id', '=', 'application.id')
            .where('application_appeal.outcome', 'is not', null),
        ),
      ]),
    )
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const clocks = await clocksOf(db, row.versionId);
  const lodged = await findLatest(db, row.id);
  const decidedAt = isAppealable(row.state) ? (row.rejectedAt ?? row.concludedAt) : null;
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    until: decidedAt && addDays(dayOf(decidedAt), clocks.appealDays),
    decisionDays: clocks.appealDecisionDays,
    lodged,
  };
}

/** The latest appeal of an application, and the matter it brought back to the panel. */
const findLatest = (db: Kysely<Database>, applicationId: string) =>
  appeals(db)
    .select(said)
    .leftJoin('decision_matter as again', (join) =>
      join
        .onRef('again.application_appeal_id', '=', 'application_appeal.id')
        .on('again.state', '<>', 'dropped'),
    )
    .select(['again.state as againState', 'again.due_on as againBy'])
    .where('application_appeal.application_id', '=', applicationId)
    .orderBy('application_appeal.lodged_at', 'desc')
    .limit(1)
    .executeTakeFirst();
