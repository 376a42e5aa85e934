import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { authorisePartner, endPartner } from '#app/features/network/commands.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const phones = ['+9779812345678'];
const set = (change: string) => sql`update partner set ${sql.raw(change)}`;

async function authorised(db: Kysely<Database>) {
  const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
  const id = await aPartner(scope);
  done(await authorisePartner(scope, id, { phones }));
  return { scope, id };
}

/** What the database refuses whoever writes, the house's own code included. */
describe('a partner', () => {
  test.for([
    [`kind = 'clinic'`, /stands as it is|foreign key/],
    [`registration_number = null`, 'partner_number_is_known'],
    [`name = ' '`, 'partner_name_check'],
    [`parent_id = id`, /partner_parent_is_of_sub_agent|foreign key/],
    [`ended_on = '2026-03-01'`, /partner_end_shape|end that first/],
    [`ended_on = '2026-03-01', ended_by = added_by`, 'end that first'],
  ] as const)('refuses %s', async ([change, why], { db }) => {
    await authorised(db);
    await expect(set(change).execute(db)).rejects.toThrow(why);
  });

  test('works under nobody else’s agency', async ({ db }) => {
    const { id } = await authorised(db);
    const other = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const agency = await aPartner(other.scope, { kind: 'partner_agency' });
    await expect(sql`update partner set parent_id = ${agency} where id = ${id}`.execute(db)).rejects.toThrow(
      'foreign key',
    );
  });

  test.for(['123', '+0123456789', '+977 9812345678', '+12345678901234567'])(
    'has no number %s',
    async (phone, { db }) => {
      const { id } = await authorised(db);
      const insert = sql`insert into partner_phone (partner_id, phone, position) values (${id}, ${phone}, 5)`;
      await expect(insert.execute(db)).rejects.toThrow('partner_phone_phone_check');
    },
  );

  test('that ended stands as it was; one that was told of is not deleted', async ({ db }) => {
    const { id: applicationId, recruiter } = await anApplicant(db);
    const id = await aPartner(recruiter);
    done(await submitApplication(recruiter, applicationId));
    done(await endPartner(recruiter, id, { endedOn: '2026-03-01' }));
    await expect(set(`ended_on = null, ended_by = null`).execute(db)).rejects.toThrow('stands as it is');
    await expect(set(`note = 'later'`).execute(db)).rejects.toThrow('stands as it is');
    await expect(sql`delete from partner`.execute(db)).rejects.toThrow('it ends instead');
  });
});

describe('an authorisation', () => {
  const again = (id: string, by: string, kind = 'sub_agent', numbers = phones) => sql`
    insert into partner_authorisation (partner_id, partner_kind, organisation_id, phones, started_on, authorised_at, authorised_by)
    select id, ${kind}, organisation_id, ${numbers}::text[], '2026-03-01', now(), ${by} from partner where id = ${id}`;

  test('is one at a time, of a kind that may, by numbers of its own, and of a partner that has not ended', async ({
    db,
  }) => {
    const { id, scope } = await authorised(db);
    const by = scope.actor.accountId;
    await expect(again(id, by).execute(db)).rejects.toThrow('one_at_a_time');
    const clinic = await aPartner(scope, { kind: 'clinic' });
    await expect(again(clinic, by).execute(db)).rejects.toThrow('foreign key');
    await expect(again(clinic, by, 'clinic').execute(db)).rejects.toThrow('partner_kind');
    const agent = await aPartner(scope);
    await expect(again(agent, by, 'sub_agent', []).execute(db)).rejects.toThrow('phones');
    await expect(again(agent, by, 'sub_agent', ['+97714123456']).execute(db)).rejects.toThrow('not its own');
    await sql`update partner set ended_on = '2026-03-01', ended_by = added_by where id = ${agent}`.execute(
      db,
    );
    await expect(again(agent, by).execute(db)).rejects.toThrow('has ended');
  });

  test('stands as it was said', async ({ db }) => {
    await authorised(db);
    const change = (what: string) => sql`update partner_authorisation set ${sql.raw(what)}`.execute(db);
    await expect(change(`phones = array['+97714123456']`)).rejects.toThrow('stands as it is');
    await expect(change(`started_on = '2020-01-01'`)).rejects.toThrow('stands as it is');
    await expect(change(`ended_on = '2026-03-02'`)).rejects.toThrow('end_shape');
    await change(`ended_on = '2026-03-02', ended_at = now(), ended_by = authorised_by`);
    await expect(change(`ended_on = null, ended_at = null, ended_by = null`)).rejects.toThrow(
      'stands as it is',
    );
    await expect(sql`delete from partner_authorisation`.execute(db)).rejects.toThrow('append-only');
  });

  test('keeps its numbers on record while it holds', async ({ db }) => {
    await authorised(db);
    await expect(sql`delete from partner_phone`.execute(db)).rejects.toThrow('is authorised by');
    await expect(
      sql`update partner_phone set phone = '+97714123456' where phone = '+9779812345678'`.execute(db),
    ).rejects.toThrow('is authorised by');
  });
});
