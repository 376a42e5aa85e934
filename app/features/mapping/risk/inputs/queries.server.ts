import { sql } from 'kysely';
import { z } from 'zod';

import type { Officer, Scope } from '#app/platform/scope.ts';

import type { Datum } from '../model.ts';
import type { Place } from '../rules.ts';
import { inputKinds } from './model.ts';

const row = z.object({
  ...{ kind: z.enum(inputKinds), key: z.string(), value: z.coerce.number(), source: z.string() },
  ...{ year: z.number(), licence: z.string(), importedAt: z.date(), importedBy: z.string() },
  earlier: z.coerce.number(),
});

/** What counts now, by kind and key, with how many earlier values it took the place of; at most 1,000. */
export async function listInputs({ db }: Scope<Officer>) {
  const rows = await db
    .selectFrom('standing_risk_input as input')
    .innerJoin('account', 'account.id', 'input.imported_by')
    .select(['input.kind', 'input.key', 'input.value', 'input.source', 'input.year', 'input.licence'])
    .select(['input.imported_at as importedAt', 'account.name as importedBy'])
    .select(({ selectFrom }) =>
      selectFrom('risk_input as before')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('before.kind', '=', 'input.kind')
        .whereRef('before.key', '=', 'input.key')
        .whereRef('before.position', '<', 'input.position')
        .as('earlier'),
    )
    .orderBy('input.kind')
    .orderBy('input.key')
    .limit(1000)
    .execute();
  return z.array(row).parse(rows);
}

const datum = z.object({
  ...{ kind: z.enum(inputKinds), key: z.string(), value: z.coerce.number() },
  ...{ source: z.string(), year: z.number() },
});

export type KnownInputs = {
  of: (kind: Place, key: string) => Datum;
  averages: Partial<Record<Place, number>>;
};

/** What counts now, for reckoning: a country or sector nobody published anything of comes as unknown. */
export async function knownInputs({ db }: Pick<Scope, 'db'>): Promise<KnownInputs> {
  const { rows } = await sql`select kind, key, value, source, year from standing_risk_input`.execute(db);
  const data = z.array(datum).parse(rows);
  const byKey = new Map(data.map((each) => [`${each.kind} ${each.key}`, each]));
  const averages = Object.fromEntries(
    inputKinds.flatMap((kind) => {
      const values = data.filter((each) => each.kind === kind).map(({ value }) => value);
      return values.length > 0 ? [[kind, values.reduce((sum, each) => sum + each, 0) / values.length]] : [];
    }),
  );
  return {
    averages,
    of: (kind, key) => {
      const { value = null, source = null, year = null } = byKey.get(`${kind} ${key}`) ?? {};
      return { key, value, source, year };
    },
  };
}
