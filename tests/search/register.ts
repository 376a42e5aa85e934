import { sql, type Kysely } from 'kysely';

import { partsOf } from '#app/commands/bench/register/names.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import type { Database } from '#db/client.server.ts';

export type Listed = {
  name: string;
  country: string;
  local?: string | null;
  trading?: string | null;
  licence?: string;
};

/** Puts recruiters on the register as an acceptance does, their names kept by the database itself; ids in their order. */
export async function onRegister(db: Kysely<Database>, recruiters: Listed[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [place, { name, country, local, trading, licence }] of recruiters.entries()) {
    const { id } = await db
      .insertInto('organisation')
      .values({ kind: 'recruiter', name, country, name_local: local ?? null, created_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow();
    const number =
      `LRN9${String(Date.now() % 1e6).padStart(6, '0')}${String(place).padStart(4, '0')}26`.slice(0, 17);
    await anAcceptedApplication(db, id);
    await db
      .insertInto('registration')
      .values({
        organisation_id: id,
        number,
        application_id: id,
        accepted_on: '2026-03-01',
        trading_names: trading ? [trading] : [],
      })
      .execute();
    if (licence)
      await db
        .insertInto('registration_licence')
        .values({ organisation_id: id, authority: 'Ministry', number: licence, valid_until: '2030-01-01' })
        .execute();
    ids.push(id);
  }
  return ids;
}

/** As the schema lets it be; what leads to it is another test's matter. Its id is its recruiter's. */
const anAcceptedApplication = (db: Kysely<Database>, id: string) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into application (id, reference, organisation_id, country, scheme_version_id, state, started_at, started_by,
        submitted_at, paid_at, accepted_at, engaged_at, audit_body_id, audit_started_at, corridors, sectors)
      values (${id}, ${`APP-${id}`}, ${id}, 'NP', 'bench', 'in_audit', now(), ${id}, now(), now(), now(), now(), ${id}, now(),
        '{NP-QA}', '{F}')`.execute(trx);
  });

/** Thousands who are somebody else, generated alike on every run. */
export const aCrowd = (db: Kysely<Database>, count: number) => fillWithRecruiters(db, count, partsOf());
