import { sql, type Kysely, type NotNull, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isState, stepKinds, type Residual, type State, type StepKind } from './model.ts';

export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const stateOf = (text: string): State => (isState(text) ? text : 'planned');
const kindOf = (text: string): StepKind => stepKinds.find((kind) => kind === text) ?? 'evidence';

const rows = (db: Kysely<Database>) =>
  db
    .selectFrom('mitigation_action as action')
    .leftJoin('account as owner', 'owner.id', 'action.owner_id')
    // A party whose name was taken back is named no more; what is done about it stays.
    .leftJoin('seen_party as party', 'party.id', 'action.party_id')
    .select([
      ...(['action.id', 'action.company_id as companyId', 'action.party_id as partyId'] as const),
      ...(['action.indicator', 'action.what', 'action.module', 'action.state'] as const),
      ...([
        'action.owner_id as ownerId',
        'action.owner_name as ownerName',
        'owner.name as colleague',
      ] as const),
      ...(['action.due_on as dueOn', 'party.name as party'] as const),
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const toAction = ({ ownerName, colleague, ...row }: Row) => ({
  ...row,
  ownerName,
  state: stateOf(row.state),
  owner: ownerName ?? colleague ?? '',
});
export type ActionRecord = ReturnType<typeof toAction>;

export async function findAction({ db, actor }: Scope<Company>, id: string) {
  if (!isId(id)) return undefined;
  const row = await rows(db)
    .where('action.id', '=', id)
    .where('action.company_id', '=', actor.organisationId)
    .executeTakeFirst();
  return row && toAction(row);
}

/** Held: two colleagues who take a step at once come one after the other. */
export async function lockAction(trx: Transaction<Database>, id: string) {
  if (!isId(id)) return undefined;
  await trx.selectFrom('mitigation_action').select('id').where('id', '=', id).forUpdate().execute();
  const row = await rows(trx).where('action.id', '=', id).executeTakeFirst();
  return row && toAction(row);
}

type Asked = { party?: string | undefined; limit: number; offset: number };

/** A company's plan, or that for one party: what is still to do first, by its day. */
export async function listActions({ db, actor }: Scope<Company>, { party, limit, offset }: Asked) {
  const found = await rows(db)
    .where('action.company_id', '=', actor.organisationId)
    .$if(party !== undefined, (all) => all.where('action.party_id', '=', party ?? ''))
    .orderBy(sql`action.state = 'effective'`)
    .orderBy('action.due_on')
    .orderBy('action.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return found.map(toAction);
}

export async function countActions({ db, actor }: Scope<Company>, party: string | undefined) {
  const { count } = await db
    .selectFrom('mitigation_action')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', actor.organisationId)
    .$if(party !== undefined, (all) => all.where('party_id', '=', party ?? ''))
    .executeTakeFirstOrThrow();
  return count;
}

/** An action's history, the oldest step first. */
export async function listSteps(db: Kysely<Database>, actionId: string) {
  const found = await db
    .selectFrom('mitigation_step as step')
    .innerJoin('account', 'account.id', 'step.recorded_by')
    .leftJoin('mapping_paper as paper', 'paper.id', 'step.paper_id')
    .select([
      ...(['step.id', 'step.kind', 'step.note', 'step.risk', 'step.risk_from', 'step.risk_why'] as const),
      ...(['step.recorded_at as recordedAt', 'account.name as recorder'] as const),
      ...(['paper.id as paperId', 'paper.filename', 'paper.scan'] as const),
    ])
    .where('action_id', '=', actionId)
    .orderBy('position')
    .execute();
  return found.map(({ kind, risk, risk_from, risk_why, ...step }) => ({
    ...step,
    kind: kindOf(kind),
    residual: residualOf(risk === null ? null : Number(risk), risk_from, risk_why),
  }));
}

function residualOf(risk: number | null, from: string | null, why: string | null): Residual | null {
  if (risk === null) return null;
  return from === 'entered' ? { risk, from, why: why ?? '' } : { risk, from: 'score' };
}

/** Parties a company may name, for its choices. */
export const listParties = ({ db, actor }: Scope<Company>) =>
  db
    .selectFrom('seen_party')
    .select(['id', 'name', 'country'])
    .where('company_id', '=', actor.organisationId)
    .where('name', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .limit(5000)
    .$narrowType<{ id: NotNull; name: NotNull }>()
    .execute();

/** One of them, by its id. */
export async function findParty({ db, actor }: Pick<Scope<Company>, 'db' | 'actor'>, id: string) {
  if (!isId(id)) return undefined;
  return db
    .selectFrom('seen_party')
    .select(['id', 'name', 'country'])
    .where('id', '=', id)
    .where('company_id', '=', actor.organisationId)
    .$narrowType<{ id: NotNull }>()
    .executeTakeFirst();
}

/** Colleagues who can own an action. */
export const listColleagues = ({ db, actor }: Pick<Scope<Company>, 'db' | 'actor'>) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name'])
    .where('membership.organisation_id', '=', actor.organisationId)
    .orderBy('account.name')
    .execute();

/** What is past its day or due within a month, and what waits for somebody to verify it. */
export async function listDueActions({ db, actor, now }: Scope<Company>, limit: number) {
  const soon = new Date(now.getTime() + 30 * 24 * 3_600_000);
  const found = await rows(db)
    .where('action.company_id', '=', actor.organisationId)
    .where('action.state', '!=', 'effective')
    .where(({ or, eb }) => or([eb('action.due_on', '<=', dayOf(soon)), eb('action.state', '=', 'done')]))
    .orderBy('action.due_on')
    .orderBy('action.id')
    .limit(limit)
    .execute();
  return found.map(toAction);
}
