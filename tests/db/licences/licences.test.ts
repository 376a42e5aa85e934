import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import {
  declareFromApplication,
  declareLicence,
  renewLicence,
} from '#app/features/licences/commands.server.ts';
import {
  confirmLicence,
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '#app/features/licences/decision-commands.server.ts';
import { declaredIn, findDeclared } from '#app/features/licences/declared.server.ts';
import { listLicences, listOwnLicences } from '#app/features/licences/lists.server.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { listDeciderTasks, listRecruiterTasks } from '#app/features/licences/tasks.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aLicence, factsOf, licenceForm, licenceOf, note } from '#tests/support/factories/licences.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const fees = { reasonClass: 'fees_charged' as const, ...note };
const fraud = { reasonClass: 'fraud' as const, ...note };
const unseen = { ok: false, refusal: 'not_found' };

describe('a recruiter', () => {
  test('declares a licence once, however it is typed and however often it presses', async ({ db }) => {
    const agency = await anOrganisation(db, 'recruiter', 'recruiter');
    const typed = { ...licenceForm, authority: ' department of FOREIGN employment', number: '12/34 ' };
    const both = await Promise.all([
      declareLicence(agency.scope, licenceForm),
      declareLicence(agency.scope, typed),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_declared' }]);
    expect(await listOwnLicences(agency.scope)).toMatchObject([{ number: '12/34', shown: 'declared' }]);
  });

  test('declares none that has ended', async ({ db }) => {
    const agency = await anOrganisation(db, 'recruiter', 'recruiter');
    const ended = { ...licenceForm, validUntil: '2026-02-28' };
    expect(await declareLicence(agency.scope, ended)).toEqual({ ok: false, refusal: 'licence_ended' });
  });

  test('renews a confirmed one: the old day holds until the new one is confirmed', async ({ db }) => {
    const { id, agency, scheme } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    done(await renewLicence(agency.scope, id, { validUntil: '2028-12-31' }));
    expect(await licenceOf(db, id)).toMatchObject({
      standing: 'confirmed',
      valid_until: '2026-12-31',
      renewal_until: '2028-12-31',
    });
    done(await confirmLicence(scheme.scope, id, note));
    expect(await licenceOf(db, id)).toMatchObject({ valid_until: '2028-12-31', renewal_until: null });
    expect(await factsOf(db, id)).toEqual([
      'licence.declared',
      'licence.confirmed',
      'licence.declared',
      'licence.confirmed',
    ]);
  });

  test('reaches nobody else’s licence, not even to learn that it exists', async ({ db }) => {
    const { id } = await aLicence(db);
    const stranger = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Sunrise Overseas' });
    expect(await renewLicence(stranger.scope, id, { validUntil: '2028-12-31' })).toEqual(unseen);
    expect(await findLicence(stranger.scope, id)).toBeUndefined();
    expect(await listOwnLicences(stranger.scope)).toEqual([]);
    expect(await findLicence(stranger.scope, 'no-uuid')).toBeUndefined();
  });

  test('is reminded among its tasks of what ends, until it entered a renewal', async ({ db }) => {
    const { id, agency, scheme } = await aLicence(db, { ...licenceForm, validUntil: '2026-04-01' });
    done(await confirmLicence(scheme.scope, id, note));
    expect(await listRecruiterTasks(agency.scope)).toMatchObject([{ due: '2026-04-01' }]);
    done(await renewLicence(agency.scope, id, { validUntil: '2028-12-31' }));
    expect(await listRecruiterTasks(agency.scope)).toEqual([]);
  });
});

describe('the scheme and authorities', () => {
  test('confirm, suspend, reinstate and revoke; each step stands with who, when and why', async ({ db }) => {
    const { id, scheme, authority } = await aLicence(db);
    done(await confirmLicence(authority.scope, id, note));
    done(await suspendLicence(scheme.scope, id, fees));
    done(await reinstateLicence(authority.scope, id, note));
    done(await revokeLicence(scheme.scope, id, fraud));
    const found = await findLicence(scheme.scope, id);
    expect(found?.steps.map(({ action, reasonClass }) => [action, reasonClass])).toEqual([
      ['revoked', 'fraud'],
      ['reinstated', null],
      ['suspended', 'fees_charged'],
      ['confirmed', null],
      ['declared', null],
    ]);
    expect(await confirmLicence(scheme.scope, id, note)).toEqual({ ok: false, refusal: 'already_revoked' });
  });

  test('an authority of another country neither sees nor decides', async ({ db }) => {
    const { id, foreign } = await aLicence(db);
    expect(await confirmLicence(foreign.scope, id, note)).toEqual(unseen);
    expect(await revokeLicence(foreign.scope, id, fraud)).toEqual(unseen);
    expect(await findLicence(foreign.scope, id)).toBeUndefined();
    expect((await listLicences(foreign.scope, { show: undefined, q: '', page: 1 })).count).toBe(0);
    expect(await listDeciderTasks(foreign.scope)).toEqual([]);
  });

  test('somebody of the authority who also works for the holder does not decide', async ({ db }) => {
    const { id, agency, authority } = await aLicence(db);
    const membership = { account_id: authority.owner.accountId, organisation_id: agency.id };
    const rights = { organisation_kind: 'recruiter', role: 'recruiter', created_at: new Date() };
    await db
      .insertInto('membership')
      .values({ ...membership, ...rights })
      .execute();
    const own = { ok: false, refusal: 'own_organisation' };
    expect(await confirmLicence(authority.scope, id, note)).toEqual(own);
    expect(await revokeLicence(authority.scope, id, fraud)).toEqual(own);
  });

  test('two at once: one decides, the other is told', async ({ db }) => {
    const { id, scheme, authority } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    const both = await Promise.all([
      suspendLicence(scheme.scope, id, fees),
      suspendLicence(authority.scope, id, fees),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'already_suspended' }]);
  });

  test('see what waits for them, and find by name, number and standing', async ({ db }) => {
    const { id, scheme, authority } = await aLicence(db);
    expect(await listDeciderTasks(authority.scope)).toMatchObject([{ href: `/authority/licences/${id}` }]);
    const list = async (show: 'waiting' | 'confirmed' | 'expired' | undefined, q = '') =>
      (await listLicences(scheme.scope, { show, q, page: 1 })).count;
    expect([await list('waiting'), await list('confirmed'), await list('expired')]).toEqual([1, 0, 0]);
    done(await confirmLicence(scheme.scope, id, note));
    expect([await list('waiting'), await list('confirmed'), await list('expired')]).toEqual([0, 1, 0]);
    expect([await list(undefined, 'himal'), await list(undefined, '%')]).toEqual([1, 0]);
    const later = { ...scheme.scope, now: new Date('2027-06-01T09:00:00Z') };
    expect((await listLicences(later, { show: 'expired', q: '', page: 1 })).licences).toMatchObject([
      { shown: 'expired' },
    ]);
  });

  test('tell the holder’s people by mail, with the reason and the note', async ({ db, work, mailer }) => {
    const { id, agency, scheme } = await aLicence(db);
    await aPerson(db, agency, 'recruiter', 'Ram Karki');
    done(await confirmLicence(scheme.scope, id, note));
    done(await suspendLicence(scheme.scope, id, fees));
    await work();
    const texts = mailer.sent.map(({ subject, text }) => `${subject} ${text}`);
    expect(texts.filter((text) => text.includes('12/34: suspended'))).toHaveLength(2);
    expect(texts.join()).toContain('Fees charged to workers');
    done(await reinstateLicence(scheme.scope, id, note));
    done(await revokeLicence(scheme.scope, id, fraud));
    await work();
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Licence 12/34: revoked');
  });
});

describe('a sent application', () => {
  const later = { ...licenceForm, validUntil: '2029-12-31' };
  const declared = (form: typeof licenceForm) => ({ ...form, type: null, issuedOn: null, registerUrl: null });

  test('declares its licences, and again changes nothing', async ({ db, work }) => {
    const { id, recruiter, officer } = await anApplicant(db);
    done(await submitApplication(recruiter, id));
    await work();
    const list = () => listLicences(officer, { show: undefined, q: '', page: 1 });
    expect((await list()).licences).toMatchObject([{ number: '12/34', validUntil: '2030-12-31' }]);
    const found = await findDeclared(db, id);
    if (!found) throw new Error('the application is there');
    await declareFromApplication({ db, now: officer.now }, { applicationId: id, ...found });
    expect((await list()).count).toBe(1);
    expect(await db.selectFrom('licence_status').select('action').execute()).toHaveLength(1);
  });

  test('with a later day renews what stands already', async ({ db, now }) => {
    const { id, agency, scheme } = await aLicence(db);
    done(await confirmLicence(scheme.scope, id, note));
    const { id: applicationId } = await anApplicant(db);
    const sent = { applicationId, organisationId: agency.id, licences: [declared(later)] };
    await Promise.all([declareFromApplication({ db, now }, sent), declareFromApplication({ db, now }, sent)]);
    expect(await licenceOf(db, id)).toMatchObject({ valid_until: '2026-12-31', renewal_until: '2029-12-31' });
    expect(await factsOf(db, id)).toEqual(['licence.declared', 'licence.confirmed', 'licence.declared']);
  });

  test('is read question by question; what is not whole is left out', () => {
    const row = {
      licence_authority: 'Department of Foreign Employment',
      licence_country: 'NP',
      licence_number: '12/34',
      licence_valid_until: '2026-12-31',
    };
    const value = [row, { ...row, licence_number: '' }, { ...row, licence_country: 'XX' }, 'nonsense', null];
    const read = declaredIn([
      { question: 'licences', value },
      { question: 'legal_name', value: 'Himal' },
    ]);
    expect(read).toEqual([declared(licenceForm)]);
    expect(declaredIn([{ question: 'licences', value: 'nonsense' }])).toEqual([]);
  });
});
