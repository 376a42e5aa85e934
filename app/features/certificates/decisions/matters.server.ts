import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Database } from '#db/client.server.ts';

import { columns as certificateColumns, lockCertificate, shape } from '../queries.server.ts';
import type { Certificate } from '../model.ts';
import { matterKinds, matterStates, voteChoices, type Laid, type Matter } from './model.ts';
import type { Counted, Member } from './rules.ts';

const kind = z.enum(matterKinds);
const state = z.enum(matterStates);

const columns = (db: Kysely<Database>) =>
  db
    .selectFrom('decision_matter')
    .innerJoin('application', 'application.id', 'decision_matter.application_id')
    .innerJoin('organisation', 'organisation.id', 'decision_matter.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .leftJoin('decision_meeting', 'decision_meeting.id', 'decision_matter.meeting_id')
    .select([
      'decision_matter.id',
      'decision_matter.kind',
      'decision_matter.state',
      'decision_matter.quorum',
      'decision_matter.about',
      'decision_matter.meeting_id as meetingId',
    ])
    .select([
      'decision_matter.certificate_id as certificateId',
      'decision_matter.audit_id as auditId',
      'decision_matter.request_id as requestId',
      'decision_matter.appeal_id as appealId',
      'decision_matter.application_appeal_id as applicationAppealId',
      'scheme_version.terms',
    ])
    .select(['decision_meeting.closes_at as closesAt', 'decision_meeting.closed_at as closedAt'])
    .select([
      'application.state as applicationState',
      'application.id as applicationId',
      'application.reference',
      'application.organisation_id as organisationId',
      'organisation.name as recruiter',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof columns>['executeTakeFirstOrThrow']>>;

type Told = Pick<Row, 'kind' | 'state' | 'quorum' | 'applicationState' | 'closesAt' | 'closedAt' | 'terms'>;

const toMatter = (row: Told, certificate: Certificate | undefined) =>
  ({
    kind: kind.parse(row.kind),
    state: state.parse(row.state),
    quorum: row.quorum,
    applicationState: row.applicationState,
    certificate: certificate ?? null,
    months: termsOf(row.terms).clocks.certificates,
    meeting: row.closesAt && { closesAt: row.closesAt, closedAt: row.closedAt },
  }) satisfies Matter;

/** The certificate a matter is about, as it stands. */
async function certificateOf(db: Kysely<Database>, id: string | null) {
  if (id === null) return undefined;
  const row = await db
    .selectFrom('certificate')
    .select(certificateColumns)
    .where('certificate.id', '=', id)
    .executeTakeFirst();
  return row && shape.parse(row);
}

/**
 * Call it first in every command: votes on a matter wait for each other, and for what becomes of its application and
 * its certificate.
 */
export async function lockMatter(trx: Transaction<Database>, id: string) {
  const row = await columns(trx)
    .select([
      'application.scheme_version_id',
      'application.organisation_id',
      'application.audit_body_id',
      'application.corridors',
      'application.sectors',
      'application.offices',
    ])
    .where(isId('decision_matter.id', id))
    // What only refers to them does not wait: their keys never change.
    .forNoKeyUpdate(['decision_matter', 'application'])
    .executeTakeFirst();
  if (!row) return undefined;
  const certificate = row.certificateId === null ? undefined : await lockCertificate(trx, row.certificateId);
  const { scheme_version_id, organisation_id, audit_body_id, corridors, sectors, offices, terms } = row;
  return {
    id: row.id,
    meetingId: row.meetingId,
    reference: row.reference,
    recruiter: row.recruiter,
    certificateId: row.certificateId,
    auditId: row.auditId,
    requestId: row.requestId,
    appealId: row.appealId,
    matter: toMatter(row, certificate),
    warranted: {
      ...{ id: row.applicationId, scheme_version_id, organisation_id, audit_body_id },
      ...{ corridors, sectors, offices, terms },
    },
  };
}
export type Locked = NonNullable<Awaited<ReturnType<typeof lockMatter>>>;

/** A matter as its pages name it. */
export async function findMatter(db: Kysely<Database>, id: string) {
  const row = await columns(db)
    .select(['decision_matter.opened_at as openedAt', 'decision_matter.due_on as dueOn'])
    .select(['organisation.country', 'decision_meeting.form as meetingForm'])
    .where(isId('decision_matter.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { terms: _read, ...told } = row;
  return { ...told, ...toMatter(row, await certificateOf(db, row.certificateId)) };
}

/** How somebody of the panel stands to a matter; the database answers, for its constraints ask the same. */
export async function standingOf(db: Kysely<Database>, id: string, who: { accountId: string; now: Date }) {
  const { rows } = await sql<Member & { package: string }>`
    select bar_to_vote(m.id, ${who.accountId}::uuid, ${who.now}) as bar,
      exists (select 1 from decision_declaration where matter_id = m.id and account_id = ${who.accountId}::uuid) as declared,
      exists (select 1 from decision_vote where matter_id = m.id and account_id = ${who.accountId}::uuid
        and package_sha256 = decision_package_sha256(m.id)) as voted,
      decision_package_sha256(m.id) as package
    from decision_matter m where m.id = ${id}::uuid`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(`There is no matter ${id}`);
  const { package: reference, ...member } = row;
  return { member, package: reference };
}

/**
 * What is still open of a recruiter, whatever application it was found under. Nothing is granted over what is grave, nor
 * over a minor finding of this application without its accepted plan: the constraint on decisions asks the same.
 */
export async function openPoints(db: Kysely<Database>, id: string): Promise<Laid['open']> {
  const { rows } = await sql<{ id: string; blocks: boolean }>`
    select f.id, f.grade in ('critical', 'major') or f.application_id = m.application_id
      and f.state not in ('cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified') as blocks
    from finding f join decision_matter m on m.organisation_id = f.organisation_id
    where m.id = ${id}::uuid and is_open_point(f.grade, f.state) order by f.number`.execute(db);
  return rows;
}

const counted = z.array(
  z.object({
    vote: z.enum(voteChoices),
    conditions: z.array(z.object({ text: z.string(), dueOn: z.string(), owner: z.string() })),
    reasons: z.string(),
  }),
);

/** Votes on the package as it stands, by people who may still vote, in the order they were cast. */
export async function countedVotes(
  db: Kysely<Database>,
  id: string,
  now: Date,
): Promise<(Counted & { reasons: string })[]> {
  const { rows } = await sql`
    select vote, conditions, reasons from counted_votes(${id}::uuid, ${now}) order by cast_at, id`.execute(
    db,
  );
  return counted.parse(rows);
}

/** The clocks and the quorum of a scheme version. */
export const panelOf = (terms: unknown) => {
  const { clocks, panel } = termsOf(terms);
  return { quorum: panel.quorum, decisionDays: clocks.decisionDays };
};
