import { describe, expect } from 'vitest';

import {
  addPartner,
  authorisePartner,
  changePartner,
  endAuthorisation,
  endPartner,
} from '#app/features/network/commands.server.ts';
import { networkAsCsv } from '#app/features/network/csv.server.ts';
import { findDuplicates } from '#app/features/network/duplicates.server.ts';
import { changeForm } from '#app/features/network/forms.ts';
import { listNetwork, listNetworkOf, type PartnerFilter } from '#app/features/network/lists.server.ts';
import { findPartner, isAuthorisedPhone, listAgencies } from '#app/features/network/queries.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { anEngagement, done, strangers } from '#tests/support/factories/audits.ts';
import { factsOf } from '#tests/support/factories/licences.ts';
import { aPartner, partnerFields, partnerForm } from '#tests/support/factories/network.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const all: PartnerFilter = { kind: undefined, show: undefined, q: '', page: 1 };
const changed = (part: Record<string, unknown> = {}) =>
  changeForm.parse({
    ...partnerFields,
    revision: '1',
    ...part,
    ...(part['revision'] ? {} : { revision: 1 }),
  });
const refused = (refusal: string) => ({ ok: false, refusal });
const phones = ['+9779812345678'];

describe('a recruiter', () => {
  test('adds a partner; its numbers stand in one form, its names in Latin letters beside them', async ({
    db,
  }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const { id } = done(await addPartner(scope, partnerForm()));
    expect(await findPartner(scope, id)).toMatchObject({
      phones: ['+9779812345678', '+9779841234567'],
      nameLocal: partnerFields.nameLocal,
      authorisations: [],
    });
    const { latin, latin_local } = await db
      .selectFrom('partner')
      .select(['latin', 'latin_local'])
      .executeTakeFirstOrThrow();
    expect(latin).toBe('gandaki placement service');
    expect(latin_local).toMatch(/^g.*n.*d.*k/);
    expect(await factsOf(db, id)).toEqual(['partner.added']);
  });

  test.for([
    [
      'the same phone',
      { name: 'Other', nameLocal: '', country: 'QA', phones: '+977 981 2345678', registrationNumber: '9' },
      'phone',
    ],
    [
      'the same number',
      { name: 'Other', nameLocal: '', phones: '', registrationNumber: 's 118 075' },
      'number',
    ],
    [
      'a similar name',
      { name: 'Gandaki Placements Service', nameLocal: '', phones: '', registrationNumber: '9' },
      'name',
    ],
    [
      'a similar name in another script',
      { name: 'गण्डकी प्लेसमेन्ट सेवा', nameLocal: '', phones: '', registrationNumber: '9' },
      'name',
    ],
  ] as const)(
    'is asked before it adds one with %s, and may add it all the same',
    async ([, part, why], { db }) => {
      const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
      const first = await aPartner(scope);
      const form = partnerForm(part);
      expect(await addPartner(scope, form)).toEqual(refused('have_already'));
      const [found] = await findDuplicates(scope, form.details);
      expect(found?.id).toBe(first);
      expect(found?.why).toContain(why);
      done(await addPartner(scope, { ...form, anyway: true }));
      expect((await listNetwork(scope, all)).count).toBe(2);
    },
  );

  test('is not asked about others’ partners, other countries, or itself', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const other = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const id = await aPartner(scope);
    done(await addPartner(other.scope, partnerForm()));
    done(await addPartner(scope, partnerForm({ country: 'IN', phones: '' })));
    done(await changePartner(scope, id, changed({ place: 'Lekhnath', anyway: 'yes' })));
    expect(await findDuplicates(other.scope, partnerForm().details, id)).toHaveLength(1);
  });

  test('adds the same partner at once: the second is asked', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const both = await Promise.all([addPartner(scope, partnerForm()), addPartner(scope, partnerForm())]);
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('have_already')]);
  });

  test('overwrites nothing it has not seen', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const id = await aPartner(scope);
    const both = await Promise.all([
      changePartner(scope, id, changed({ place: 'Lekhnath' })),
      changePartner(scope, id, changed({ place: 'Baglung' })),
    ]);
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('saved_meanwhile')]);
    expect((await findPartner(scope, id))?.revision).toBe(2);
  });

  test('changes two that each come under the other at once: neither waits for ever', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const [a, b] = [await aPartner(scope), await aPartner(scope)];
    for (const _ of Array(5)) {
      const both = [
        changePartner(scope, a, changed({ parentId: b })),
        changePartner(scope, b, changed({ parentId: a })),
      ];
      expect(await Promise.all(both)).toEqual([refused('no_such_agency'), refused('no_such_agency')]);
    }
  });

  test('places a sub-agent under one of its own agencies', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const other = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const agency = await aPartner(scope, {
      kind: 'partner_agency',
      name: 'Gulf Gate',
      nameLocal: '',
      country: 'QA',
      phones: '',
    });
    const foreign = await aPartner(other.scope, { kind: 'partner_agency' });
    expect(await listAgencies(scope)).toEqual([{ value: agency, label: 'Gulf Gate' }]);
    const id = await aPartner(scope, { parentId: agency });
    expect((await findPartner(scope, id))?.parentName).toBe('Gulf Gate');
    expect(await addPartner(scope, partnerForm({ anyway: 'yes', parentId: foreign }))).toEqual(
      refused('no_such_agency'),
    );
  });

  test('reaches nobody else’s partner, not even to learn that it exists', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const { scope: stranger } = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const id = await aPartner(scope);
    const unseen = refused('not_found');
    expect(await changePartner(stranger, id, changed())).toEqual(unseen);
    expect(await authorisePartner(stranger, id, { phones })).toEqual(unseen);
    expect(await endAuthorisation(stranger, id)).toEqual(unseen);
    expect(await endPartner(stranger, id, { endedOn: '2026-03-01' })).toEqual(unseen);
    expect(await findPartner(stranger, id)).toBeUndefined();
    expect((await listNetwork(stranger, all)).count).toBe(0);
  });
});

describe('the list', () => {
  test('is found by kind, standing, place, number and names of any script', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const id = await aPartner(scope);
    await aPartner(scope, {
      kind: 'clinic',
      name: 'City Clinic',
      registrationNumber: 'C-1',
      nameLocal: '',
      phones: '',
      place: 'Doha',
      country: 'QA',
    });
    const names = async (part: Partial<PartnerFilter>) =>
      (await listNetwork(scope, { ...all, ...part })).partners.map(({ name }) => name);
    expect(await names({})).toEqual(['City Clinic', 'Gandaki Placement Service']);
    expect(await names({ kind: 'clinic' })).toEqual(['City Clinic']);
    expect(await names({ show: 'authorised' })).toEqual([]);
    done(await authorisePartner(scope, id, { phones }));
    expect(await names({ show: 'authorised' })).toEqual(['Gandaki Placement Service']);
    for (const q of ['gandaki', 'GANDAKI place', 'गण्डकी', '118/075', 'pokhara'])
      expect(await names({ q }), q).toEqual(['Gandaki Placement Service']);
    expect(await names({ q: '%' })).toEqual([]);
    expect((await listNetwork(scope, all)).counts).toEqual({ clinic: 1, sub_agent: 1 });
  });

  test('is taken along as CSV, defused, without phones and contacts', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    await aPartner(scope, { name: '=HYPERLINK("x")', contact: 'Mina Rai' });
    const text = (await networkAsCsv(scope, all).toArray()).join('');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('Sub-agent');
    expect(text).not.toMatch(/Mina|98123/);
  });
});

describe('who is authorised', () => {
  test('is told to whoever checks a number, from the first day and not on the day it ended', async ({
    db,
    now,
  }) => {
    const { scope, id: organisationId } = await anOrganisation(db, 'recruiter', 'recruiter');
    const other = await anOrganisation(db, 'recruiter', 'recruiter', { name: 'Other' });
    const id = await aPartner(scope);
    const on = (day: string, phone = '+9779812345678', whose = organisationId) =>
      isAuthorisedPhone({ db, now: new Date(`${day}T12:00:00Z`) }, { organisationId: whose, phone });
    done(await authorisePartner(scope, id, { phones }));
    expect([await on('2026-02-28'), await on('2026-03-01'), await on('2027-03-01')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await on('2026-03-01', '+9779841234567')).toBe(false);
    expect(await on('2026-03-01', '+9779812345678', other.id)).toBe(false);
    const later = { ...scope, now: new Date('2026-06-01T09:00:00Z') };
    done(await endAuthorisation(later, id));
    expect([await on('2026-05-31'), await on('2026-06-01')]).toEqual([true, false]);
    expect(now.getTime()).toBeLessThan(later.now.getTime());
    expect(await factsOf(db, id)).toEqual([
      'partner.added',
      'partner.authorised',
      'partner.authorisation_ended',
    ]);
  });

  test('changes by a new record, also twice a day; what was told stays', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const id = await aPartner(scope);
    done(await authorisePartner(scope, id, { phones }));
    done(await authorisePartner(scope, id, { phones: ['+9779841234567', '+9779841234567'] }));
    expect(await authorisePartner(scope, id, { phones: ['+9779841234567'] })).toEqual(
      refused('already_authorised'),
    );
    done(await endAuthorisation(scope, id));
    done(await authorisePartner(scope, id, { phones }));
    const { authorisations } = (await findPartner(scope, id)) ?? {};
    expect(authorisations?.map(({ endedOn }) => endedOn).toSorted()).toEqual(
      ['2026-03-01', '2026-03-01', null].toSorted(),
    );
  });

  test('is said once by two at once', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const id = await aPartner(scope);
    const both = await Promise.all([1, 2].map(() => authorisePartner(scope, id, { phones })));
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('already_authorised')]);
    expect(await endAuthorisation(scope, id)).toMatchObject({ ok: true });
    expect(await endAuthorisation(scope, id)).toEqual(refused('not_authorised'));
  });
});

describe('the work with a partner', () => {
  test('ends without a trace before anybody was told of it', async ({ db }) => {
    const { scope } = await anOrganisation(db, 'recruiter', 'recruiter');
    const id = await aPartner(scope);
    expect(done(await endPartner(scope, id, { endedOn: '2026-03-01' }))).toBe('removed');
    expect(await db.selectFrom('partner_phone').select('phone').execute()).toEqual([]);
    expect(await factsOf(db, id)).toEqual(['partner.added', 'partner.removed']);
  });

  test('ends and stays on record once an application was sent; the authorisation ends with it', async ({
    db,
  }) => {
    const { id: applicationId, recruiter } = await anApplicant(db);
    const id = await aPartner(recruiter);
    done(await authorisePartner(recruiter, id, { phones }));
    done(await submitApplication(recruiter, applicationId));
    expect(done(await endPartner(recruiter, id, { endedOn: '2026-02-20' }))).toBe('ended');
    expect(await findPartner(recruiter, id)).toMatchObject({
      endedOn: '2026-02-20',
      authorisations: [{ endedOn: '2026-03-01' }],
    });
    expect((await listNetwork(recruiter, { ...all, show: 'ended' })).count).toBe(1);
    expect(await changePartner(recruiter, id, changed())).toEqual(refused('already_ended'));
    expect(await authorisePartner(recruiter, id, { phones })).toEqual(refused('already_ended'));
    expect(await endPartner(recruiter, id, { endedOn: '2026-03-01' })).toEqual(refused('already_ended'));
  });
});

describe('an applicant’s network', () => {
  test('is read by officers once it was sent', async ({ db }) => {
    const { id, recruiter, officer } = await anApplicant(db);
    await aPartner(recruiter);
    expect(await listNetworkOf(officer, id, all)).toBeUndefined();
    done(await submitApplication(recruiter, id));
    expect(await listNetworkOf(officer, id, all)).toMatchObject({ count: 1, application: { id } });
    expect(await listNetworkOf(officer, 'no-uuid', all)).toBeUndefined();
  });

  test('is read by the audit body that was engaged, and by no other', async ({ db }) => {
    const engaged = await anEngagement(db);
    const other = await strangers(db);
    await aPartner(engaged.as(engaged.recruiter));
    const { applicationId, lead, reviewer, as } = engaged;
    expect((await listNetworkOf(as(lead), applicationId, all))?.count).toBe(1);
    expect((await listNetworkOf(as(reviewer), applicationId, all))?.count).toBe(1);
    expect(await listNetworkOf(as(other.auditor), applicationId, all)).toBeUndefined();
  });
});
