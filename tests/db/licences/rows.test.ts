import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  confirmLicence,
  revokeLicence,
  suspendLicence,
} from '#app/features/licences/decision-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aLicence, note } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

/** What the database refuses whoever writes, the house's own code included. */
describe('a licence', () => {
  test.for([
    [`standing = 'expired'`, 'licence_standing_shape'],
    [`standing = 'suspended'`, 'licence_standing_shape'],
    [`standing = 'suspended', reason_class = 'fraud'`, 'licence_standing_shape'],
    [`standing = 'suspended', reason_class = 'fees_charged'`, 'does not go from declared to suspended'],
    [`standing = 'confirmed'`, 'no step behind it'],
    [`renewal_until = '2030-01-01'`, 'licence_renewal_of_confirmed'],
    [`valid_until = '2030-01-01'`, 'no step behind it'],
    [`number = '99'`, 'stands as it is'],
    [`country = 'BD'`, 'stands as it is'],
    [`register_url = 'javascript:alert(1)'`, 'register_url'],
    [`issued_on = '2030-01-01'`, 'licence_days'],
  ] as const)('refuses %s', async ([change, why], { db }) => {
    await aLicence(db);
    await expect(sql`update licence set ${sql.raw(change)}`.execute(db)).rejects.toThrow(why);
  });

  test('once revoked stands for good; none is deleted', async ({ db }) => {
    const { id, scheme } = await aLicence(db);
    done(await revokeLicence(scheme.scope, id, { reasonClass: 'fraud', ...note }));
    await expect(
      sql`update licence set standing = 'confirmed', reason_class = null`.execute(db),
    ).rejects.toThrow(/does not go|stands as it is/);
    await expect(sql`delete from licence`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`truncate licence cascade`.execute(db)).rejects.toThrow('append-only');
  });

  test('keeps its steps as they were taken', async ({ db }) => {
    const { id, scheme } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    for (const statement of [
      `update licence_status set note = 'Something else altogether'`,
      `delete from licence_status`,
      `truncate licence_status`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow('append-only');
  });

  test.for([
    ['foreign', /scheme or by an authority of its country/],
    ['agency', /scheme or by an authority of its country/],
  ] as const)('takes no step by somebody of the %s', async ([who, why], { db }) => {
    const given = await aLicence(db);
    const step = sql`insert into licence_status (licence_id, action, standing, valid_until, note, decided_by, decided_at)
      values (${given.id}, 'confirmed', 'confirmed', '2026-12-31', 'Just so, no reason', ${given[who].owner.accountId}, now())`;
    await expect(step.execute(db)).rejects.toThrow(why);
  });

  test('takes no step by somebody who is of the holder’s people', async ({ db }) => {
    const { id, agency, authority } = await aLicence(db);
    await sql`insert into membership (account_id, organisation_id, organisation_kind, role, created_at)
      values (${authority.owner.accountId}, ${agency.id}, 'recruiter', 'recruiter', now())`.execute(db);
    const step = sql`insert into licence_status (licence_id, action, standing, valid_until, note, decided_by, decided_at)
      values (${id}, 'confirmed', 'confirmed', '2026-12-31', 'Just so, no reason', ${authority.owner.accountId}, now())`;
    await expect(step.execute(db)).rejects.toThrow('organisation they belong to');
  });

  test('shows the latest of its steps', async ({ db }) => {
    const { id, scheme } = await aLicence(db);
    const step = sql`insert into licence_status (licence_id, action, standing, valid_until, note, decided_by, decided_at)
      values (${id}, 'confirmed', 'confirmed', '2026-12-31', 'Just so, no reason', ${scheme.owner.accountId}, now())`;
    await expect(step.execute(db)).rejects.toThrow('no step behind it');
  });

  test('is suspended with a reason in words', async ({ db }) => {
    const { id, scheme } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    done(await suspendLicence(scheme.scope, id, { reasonClass: 'investigation', ...note }));
    const step = sql`insert into licence_status (licence_id, action, standing, valid_until, decided_by, decided_at)
      values (${id}, 'reinstated', 'confirmed', '2026-12-31', ${scheme.owner.accountId}, now())`;
    await expect(step.execute(db)).rejects.toThrow('licence_status_reasoned');
  });
});
