import { sql, type Kysely } from 'kysely';

import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { stateOf } from '../complaints/commands/on-case.server.ts';
import { consentParties, type ConsentParty } from '../complaints/model.ts';
import { outcomes, type Outcome } from './model.ts';
import type { Caseworker } from './policy.ts';
import { untied } from './queue.server.ts';

type House = Pick<Scope<Caseworker>, 'actor' | 'now'>;

/** The database's own question, which its constraints ask too. */
export const mayOpenSql = ({ actor, now }: House, id: string) =>
  sql<boolean>`may_open_complaint(${actor.accountId}::uuid, ${sql.ref(id)}, ${now}::timestamptz)`;

export async function mayOpen(db: Kysely<Database>, house: House, complaintId: string) {
  const row = await db
    .selectFrom('complaint')
    .select(mayOpenSql(house, 'complaint.id').as('open'))
    .where('id', '=', complaintId)
    .executeTakeFirst();
  return row?.open === true;
}

export type CaseHeader = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** What is known of a case without opening it; undefined for one about a recruiter whoever asks is tied to. */
export async function findCase(scope: Scope<Caseworker>, number: string) {
  const { db, actor, now } = scope;
  const row = await headers(db)
    .select(mayOpenSql(scope, 'complaint.id').as('open'))
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('complaint_access')
          .select('complaint_access.id')
          .whereRef('complaint_access.complaint_id', '=', 'complaint.id')
          .where('asked_by', '=', actor.accountId)
          .where('answered_at', 'is', null),
      ).as('asked'),
    )
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.account_id', '=', 'complaint.caseworker_id')
          .where('membership.role', '=', 'caseworker'),
      ).as('held'),
    )
    .where('complaint.number', '=', number)
    .where(untied(actor, now))
    .executeTakeFirst();
  return (
    row && {
      ...row,
      ...{ state: stateOf(row.state), outcome: outcomeOf(row.outcome) },
      ...{ asked: Boolean(row.asked), held: Boolean(row.held) },
    }
  );
}

const headers = (db: Kysely<Database>) =>
  db
    .selectFrom('complaint')
    .leftJoin('account as holder', 'holder.id', 'complaint.caseworker_id')
    .leftJoin('organisation', 'organisation.id', 'complaint.organisation_id')
    .leftJoin('registration', 'registration.organisation_id', 'complaint.organisation_id')
    .select(['complaint.id', 'complaint.number', 'complaint.language', 'complaint.state', 'danger', 'child'])
    .select(['reprisal', 'severe', 'since', 'due_at as dueAt', 'received_at as receivedAt'])
    .select([
      'erased_at as erasedAt',
      'erase_on as eraseOn',
      'caseworker_id as holderId',
      'holder.name as holder',
    ])
    .select(['complaint.organisation_id as organisationId', 'organisation.name as recruiter'])
    .select('registration.number as registrationNumber')
    .select(({ selectFrom }) => [
      selectFrom('complaint_decision as found')
        .select('found.outcome')
        .whereRef('found.complaint_id', '=', 'complaint.id')
        .where('found.outcome', 'is not', null)
        .orderBy('found.position', 'desc')
        .limit(1)
        .as('outcome'),
    ]);

export const outcomeOf = (outcome: string | null): Outcome | null =>
  outcomes.find((each) => each === outcome) ?? null;

/** One that is open to whoever asks, and not erased. */
export async function findOpenCase(scope: Scope<Caseworker>, number: string | undefined) {
  const found = number === undefined ? undefined : await findCase(scope, number);
  return found?.open && found.erasedAt === null ? found : undefined;
}

/** With whom it may be shared now: of each party the last word. */
export async function consentsOf(db: Kysely<Database>, complaintId: string): Promise<ConsentParty[]> {
  const rows = await db
    .selectFrom('complaint_consent')
    .select(['party', 'given'])
    .distinctOn('party')
    .where('complaint_id', '=', complaintId)
    .orderBy('party')
    .orderBy('position', 'desc')
    .execute();
  return consentParties.filter((party) => rows.some((row) => row.party === party && row.given));
}

/** Whether the holder of a case still works on cases at all. */
export async function isHeld(db: Kysely<Database>, holderId: string | null) {
  if (holderId === null) return false;
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', holderId)
    .where('role', '=', 'caseworker')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom a case may be handed to: the other caseworkers. */
export const listColleagues = ({ db, actor }: Scope<Caseworker>) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name'])
    .distinct()
    .where('membership.role', '=', 'caseworker')
    .where('account.id', '<>', actor.accountId)
    .orderBy('account.name')
    .execute();
