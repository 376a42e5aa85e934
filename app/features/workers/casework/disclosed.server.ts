import { sql, type Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isState } from '../complaints/model.ts';
import { messageShape } from '../complaints/queries.server.ts';
import { isOver } from '../complaints/rules.ts';
import { entryAt, openIn } from '../complaints/sealing.server.ts';
import type { Addressed } from './policy.ts';

/** What a caseworker wrote for somebody outside the desk, as they see it: no number, no state, no word of the reporter. */
export type Disclosed = { id: string; at: Date; text: string | null; over: boolean; responses: Response[] };
type Response = { id: string; at: Date; by: string | null; text: string | null };

const perList = 100;

/** What was passed to one's own organisation, the last first; while consent stands. */
export async function listDisclosed(scope: Scope<Addressed>): Promise<Disclosed[]> {
  const rows = await disclosures(scope)
    .orderBy('entry.written_at', 'desc')
    .orderBy('entry.id')
    .limit(perList)
    .execute();
  return Promise.all(rows.map((row) => opened(scope.db, row)));
}

export async function findDisclosed(scope: Scope<Addressed>, id: string | undefined) {
  const row =
    id === undefined ? undefined : await disclosures(scope).where(isId('entry.id', id)).executeTakeFirst();
  return row && opened(scope.db, row);
}

/** Of the case behind it, for the command that answers. */
export const caseOfDisclosed = (scope: Scope<Addressed>, id: string) =>
  disclosures(scope).where(isId('entry.id', id)).executeTakeFirst();

const disclosures = ({ db, actor }: Scope<Addressed>) =>
  db
    .selectFrom('complaint_entry as entry')
    .innerJoin('complaint', 'complaint.id', 'entry.complaint_id')
    .select(['entry.id', 'entry.complaint_id as complaintId', 'entry.sealed', 'entry.written_at as at'])
    .select('complaint.state')
    .where('entry.kind', '=', 'disclosure')
    .where('complaint.erased_at', 'is', null)
    .where(isOfOwn(actor))
    // The database's own question, which its constraints ask too.
    .where(sql<boolean>`told_of_complaint(${actor.accountId}::uuid, entry.id)`);

/** One's own recruiter, or those one's own audit body serves: by an index, before each is looked at. */
const isOfOwn = ({ kind, organisationId }: Addressed) =>
  kind === 'recruiter'
    ? sql<boolean>`complaint.organisation_id = ${organisationId}::uuid`
    : sql<boolean>`complaint.organisation_id in
        (select organisation_id from serving_body where audit_body_id = ${organisationId}::uuid)`;

type Row = { id: string; complaintId: string; sealed: string; at: Date; state: string };

async function opened(db: Kysely<Database>, { id, complaintId, sealed, at, state }: Row): Promise<Disclosed> {
  return {
    ...{ id, at, over: !isState(state) || isOver(state), text: await textIn(complaintId, { id, sealed }) },
    responses: await responsesTo(db, { id, complaintId }),
  };
}

async function responsesTo(db: Kysely<Database>, { id, complaintId }: Pick<Row, 'id' | 'complaintId'>) {
  const rows = await db
    .selectFrom('complaint_entry')
    .leftJoin('account', 'account.id', 'written_by')
    .select(['complaint_entry.id', 'sealed', 'written_at as at', 'account.name as by'])
    .where('complaint_id', '=', complaintId)
    .where('of_entry', '=', id)
    .where('kind', '=', 'response')
    .orderBy('written_at')
    .execute();
  return Promise.all(
    rows.map(async ({ sealed, ...row }) => ({
      ...row,
      text: await textIn(complaintId, { id: row.id, sealed }),
    })),
  );
}

const textIn = async (complaintId: string, { id, sealed }: Pick<Row, 'id' | 'sealed'>) =>
  (await openIn(entryAt(complaintId, id), sealed, messageShape))?.text ?? null;
