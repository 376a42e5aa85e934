import type { Kysely, Transaction } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isId } from '../actions/queries.server.ts';
import { verdicts, type Judged } from './model.ts';

const versions = (db: Kysely<Database>) =>
  db
    .selectFrom('supply_policy_version as version')
    .innerJoin('supply_policy as policy', 'policy.id', 'version.policy_id')
    .innerJoin('account', 'account.id', 'version.added_by')
    .select(['policy.id as policyId', 'policy.company_id as companyId', 'policy.title', 'version.number'])
    .select(['version.words', 'version.added_at as addedAt', 'account.name as adder']);

/** A company's policies by name, each with its last version's number and day. */
export const listPolicies = ({ db, actor }: Scope<Company>) =>
  db
    .selectFrom('supply_policy as policy')
    .innerJoin('supply_policy_version as version', 'version.policy_id', 'policy.id')
    .select(({ fn }) => ['policy.id', 'policy.title', fn.max('version.number').as('last')])
    .select(({ fn }) => fn.max('version.added_at').as('addedAt'))
    .where('policy.company_id', '=', actor.organisationId)
    .groupBy(['policy.id', 'policy.title'])
    .orderBy('policy.title')
    .execute();

/** One of them with its versions, the newest first. */
export async function findPolicy({ db, actor }: Scope<Company>, id: string) {
  if (!isId(id)) return undefined;
  const found = await versions(db)
    .where('policy.id', '=', id)
    .where('policy.company_id', '=', actor.organisationId)
    .orderBy('version.number', 'desc')
    .execute();
  const [last] = found;
  return last && { id, title: last.title, companyId: last.companyId, versions: found };
}

/** A version by the number in its address. */
export async function findVersion(scope: Scope<Company>, id: string, number: string) {
  const policy = await findPolicy(scope, id);
  const version = policy?.versions.find((one) => String(one.number) === number);
  return policy && version && { ...version, id, last: policy.versions[0]?.number ?? version.number };
}

/** Held: two who add a version at once come one after the other. */
export async function lockPolicy(trx: Transaction<Database>, id: string) {
  if (!isId(id)) return undefined;
  const policy = await trx
    .selectFrom('supply_policy')
    .select(['id', 'company_id as companyId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const last = await versions(trx)
    .where('policy.id', '=', id)
    .orderBy('version.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return policy && { ...policy, last };
}

/** What was found of a version: the last word on each question. */
export async function listJudged(db: Kysely<Database>, policyId: string, number: number): Promise<Judged[]> {
  const rows = await db
    .selectFrom('supply_policy_verdict')
    .distinctOn('item')
    .select(['item', 'verdict', 'passage'])
    .where('policy_id', '=', policyId)
    .where('number', '=', number)
    .orderBy('item')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ verdict, ...row }) => ({
    ...row,
    verdict: verdicts.find((one) => one === verdict) ?? 'missing',
  }));
}

/** Files kept beside a version. */
export const listFiles = (db: Kysely<Database>, policyId: string, number: number) =>
  db
    .selectFrom('supply_policy_file as file')
    .innerJoin('mapping_paper as paper', 'paper.id', 'file.paper_id')
    .select(['paper.id', 'paper.filename', 'paper.scan'])
    .where('file.policy_id', '=', policyId)
    .where('file.number', '=', number)
    .orderBy('paper.kept_at')
    .execute();

const sendings = (db: Kysely<Database>) =>
  db
    .selectFrom('supply_policy_sending as sending')
    .innerJoin('supply_policy as policy', 'policy.id', 'sending.policy_id')
    .leftJoin('seen_party as party', 'party.id', 'sending.party_id')
    .leftJoin('mapping_paper as paper', 'paper.id', 'sending.paper_id')
    .select([
      ...(['sending.id', 'sending.company_id as companyId', 'sending.policy_id as policyId'] as const),
      ...(['policy.title', 'sending.number', 'party.name as party', 'sending.how'] as const),
      ...(['sending.sent_on as sentOn', 'sending.due_on as dueOn', 'sending.evidence'] as const),
      ...(['sending.acknowledged_on as acknowledgedOn', 'sending.acknowledged_by as by'] as const),
      ...(['paper.id as paperId', 'paper.filename', 'paper.scan'] as const),
    ]);

/** To whom a policy was sent, what is still open first. */
export const listSendings = (db: Kysely<Database>, policyId: string) =>
  sendings(db)
    .where('sending.policy_id', '=', policyId)
    .orderBy('sending.acknowledged_on', (order) => order.asc().nullsFirst())
    .orderBy('sending.due_on')
    .orderBy('sending.id')
    .limit(5000)
    .execute();

export async function findSending({ db, actor }: Scope<Company>, id: string) {
  if (!isId(id)) return undefined;
  return sendings(db)
    .where('sending.id', '=', id)
    .where('sending.company_id', '=', actor.organisationId)
    .executeTakeFirst();
}

/** Acknowledgements that are late or due within a week. */
export const listDueSendings = ({ db, actor, now }: Scope<Company>, limit: number) =>
  sendings(db)
    .where('sending.company_id', '=', actor.organisationId)
    .where('sending.acknowledged_on', 'is', null)
    .where('sending.due_on', '<=', addDays(dayOf(now), 7))
    .orderBy('sending.due_on')
    .orderBy('sending.id')
    .limit(limit)
    .execute();
