import { describe, expect } from 'vitest';

import { renewLicence } from '#app/features/licences/commands.server.ts';
import { confirmLicence, revokeLicence } from '#app/features/licences/decision-commands.server.ts';
import { warnOfEndingLicences } from '#app/features/licences/clock.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aLicence, factsOf, note } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T00:25:00Z`);

describe('the clock of licences', () => {
  test('warns 90, 30 and 7 days ahead, and tells the day after; each once', async ({ db, work, mailer }) => {
    const { id, scheme, agency } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    await work();
    mailer.sent.length = 0;
    const told: [string, number][] = [];
    for (const day of [
      ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-11-30', '2026-12-01', '2026-12-02'],
      ...['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01', '2027-01-02'],
    ]) {
      const before = (await factsOf(db, id)).length;
      const clock = { db, now: on(day) };
      await Promise.all([warnOfEndingLicences(clock), warnOfEndingLicences(clock)]);
      const after = await factsOf(db, id);
      if (after.length > before) told.push([day, after.length - before]);
    }
    expect(told).toEqual([
      ['2026-10-02', 1],
      ['2026-12-01', 1],
      ['2026-12-24', 1],
      ['2027-01-01', 1],
    ]);
    await work();
    const people = await db
      .selectFrom('account')
      .select(['id', 'email'])
      .where('id', 'in', [agency.owner.accountId, scheme.owner.accountId])
      .execute();
    const to = (accountId: string) => {
      const address = people.find((person) => person.id === accountId)?.email;
      return mailer.sent.filter((mail) => mail.to === address).map(({ subject }) => subject);
    };
    expect(to(agency.owner.accountId)).toHaveLength(4);
    expect(to(scheme.owner.accountId)).toEqual(['Licence 12/34 of Himal Workforce has ended']);
  });

  test('after it stood still warns of the nearest alone', async ({ db }) => {
    const { id } = await aLicence(db);
    await warnOfEndingLicences({ db, now: on('2026-12-27') });
    const warnings = await db.selectFrom('licence_warning').select('step').execute();
    expect(warnings).toEqual([{ step: 7 }]);
    const { payload } = await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'licence.expiring')
      .where('subject', '=', id)
      .executeTakeFirstOrThrow();
    expect(payload).toEqual({ days: 4, validUntil: '2026-12-31' });
    await warnOfEndingLicences({ db, now: on('2027-03-01') });
    expect(await factsOf(db, id)).toEqual(['licence.declared', 'licence.expiring', 'licence.expired']);
  });

  test('begins anew with the last day of a renewal, and is silent while one waits', async ({ db }) => {
    const { id, agency, scheme } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    await warnOfEndingLicences({ db, now: on('2026-12-01') });
    const december = { ...agency.scope, now: on('2026-12-10') };
    done(await renewLicence(december, id, { validUntil: '2028-12-31' }));
    await warnOfEndingLicences({ db, now: on('2026-12-28') });
    done(await confirmLicence({ ...scheme.scope, now: on('2026-12-29') }, id, note));
    await warnOfEndingLicences({ db, now: on('2027-06-01') });
    expect((await factsOf(db, id)).filter((type) => type === 'licence.expiring')).toHaveLength(1);
    await warnOfEndingLicences({ db, now: on('2028-12-01') });
    expect((await factsOf(db, id)).filter((type) => type === 'licence.expiring')).toHaveLength(2);
  });

  test('says nothing of what was revoked', async ({ db }) => {
    const { id, scheme } = await aLicence(db);
    done(await revokeLicence(scheme.scope, id, { reasonClass: 'fraud', ...note }));
    await warnOfEndingLicences({ db, now: on('2027-01-01') });
    expect(await db.selectFrom('licence_warning').select('step').execute()).toEqual([]);
  });
});
