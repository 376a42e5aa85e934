import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { payersAllowed, type NationalRule } from './model.ts';
import { inForce, isZeroFee } from './rules.ts';

const columns = [
  'rule_id as id',
  'version',
  'national_rule.country',
  'category',
  'valid_from as validFrom',
  'payer_allowed as payerAllowed',
  'cap',
  'source_title as sourceTitle',
  'source_url as sourceUrl',
  'source_on as sourceOn',
  'checked_on as checkedOn',
  'withdrawn_reason as withdrawnReason',
] as const;

const shape = z.looseObject({ payerAllowed: z.enum(payersAllowed) });
const asRule = <R extends { payerAllowed: string }>(row: R) => ({
  ...row,
  payerAllowed: shape.parse(row).payerAllowed,
});

const last = sql<boolean>`(rule_id, version) in (select rule_id, version from standing_national_rule)`;

/** Every rule that was not withdrawn, of these countries or of all, also those that hold no more or not yet; at most 2,000. */
export async function listNationalRules(
  { db }: Pick<Scope, 'db'>,
  countries?: readonly string[],
): Promise<NationalRule[]> {
  if (countries?.length === 0) return [];
  const rows = await db
    .selectFrom('national_rule')
    .innerJoin('account', 'account.id', 'national_rule.reviewed_by')
    .select(columns)
    .select('account.name as reviewer')
    // The builder knows no pair in a list.
    .where(last)
    .where('withdrawn_reason', 'is', null)
    .$if(countries !== undefined, (query) =>
      query.where('national_rule.country', 'in', [...(countries ?? [])]),
    )
    .orderBy('national_rule.country')
    .orderBy('category')
    .orderBy('valid_from', 'desc')
    .limit(2000)
    .execute();
  return rows.map(asRule);
}

/** What is in force today in these countries. */
export const listInForce = async ({ db, now }: Pick<Scope, 'db' | 'now'>, countries: readonly string[]) =>
  inForce(await listNationalRules({ db }, countries), dayOf(now));

/** Of some corridors, such as `NP-QA`, those in which the law of a country lets no worker be charged for the job. */
export async function zeroFeeAmong(asked: Pick<Scope, 'db' | 'now'>, corridors: readonly string[]) {
  const pairs = corridors.map((corridor) => {
    const [origin = '', destination = ''] = corridor.split('-');
    return { corridor, origin, destination };
  });
  const countries = [...new Set(pairs.flatMap(({ origin, destination }) => [origin, destination]))];
  const standing = await listInForce(asked, countries);
  return new Set(pairs.filter((pair) => isZeroFee(standing, pair)).map(({ corridor }) => corridor));
}

/** A rule as it stands, with every version before it, newest first. */
export async function findRule({ db }: Pick<Scope, 'db'>, id: string) {
  const rows = await db
    .selectFrom('national_rule')
    .innerJoin('account', 'account.id', 'national_rule.reviewed_by')
    .select(columns)
    .select('account.name as reviewer')
    .where(isId('national_rule.rule_id', id))
    .orderBy('version', 'desc')
    .execute();
  const versions = rows.map(asRule);
  const [rule] = versions;
  return rule && { ...rule, versions };
}

/** Call it first in every command: rules are written one after the other, so that two never say the same of one day. */
export const lockRules = (trx: Transaction<Database>) =>
  // The builder knows no locks by name.
  sql`select pg_advisory_xact_lock(hashtext('national_rule'))`.execute(trx);

export const lastVersion = (trx: Kysely<Database>, id: string) =>
  trx
    .selectFrom('national_rule')
    .selectAll()
    .select('withdrawn_reason as withdrawnReason')
    .where(isId('national_rule.rule_id', id))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
