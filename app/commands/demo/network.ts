import { addPartner, authorisePartner } from '#app/features/network/commands.server.ts';
import type { Details } from '#app/features/network/model.ts';
import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import { contactsForm } from '#app/features/register/contacts/forms.ts';
import { confirmLicence } from '#app/features/licences/decision-commands.server.ts';

import { actorOf, done, scopeOf, type Story } from './stage.ts';

/** Whom a recruiter works with, and what the scheme says of its licence. */
export async function network(story: Story) {
  const { recruiter } = story;
  const owner = actorOf(story, recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  for (const details of partnersOf(recruiter.agency.country, recruiter.city, recruiter.corridors[0])) {
    const { id } = await done(
      addPartner(scopeOf(story, owner, 0.5), { details, anyway: false }),
      `add ${details.name}`,
    );
    const { phones } = details;
    if (phones.length > 0 && details.kind === 'sub_agent')
      await done(authorisePartner(scopeOf(story, owner, 0.6), id, { phones }), `authorise ${details.name}`);
  }
}

/** Confirms the licence the application declared. */
export async function confirmDeclared(story: Story, applicationId: string) {
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  const licences = await story.db
    .selectFrom('licence')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('standing', '=', 'declared')
    .execute();
  const note = 'Found on the public register of the authority, with the same number and last day.';
  for (const { id } of licences)
    await done(confirmLicence(scopeOf(story, officer, 12), id, { note }), 'confirm the licence');
}

/** What two of the recruiters publish of themselves; the sites are nobody's. */
const published: Record<string, { phones: string; website: string; email: string; social: string }> = {
  'owner@everest-manpower.example': {
    phones: '+977 980-0000010\n+977 980-0000011',
    website: 'https://everest-manpower.example/',
    email: 'desk@everest-manpower.example',
    social: 'https://social.example/everest-manpower',
  },
  'owner@mabuhay-pathways.example': {
    phones: '+63 917 000 0010',
    website: 'https://mabuhay-pathways.example/',
    email: 'desk@mabuhay-pathways.example',
    social: '',
  },
};

/** Once it is on the register, some say by which numbers they call. */
export async function contacts(story: Story) {
  const { country, staff } = story.recruiter.agency;
  const email = staff[0]?.email ?? '';
  const said = published[email];
  if (!said) return;
  const owner = actorOf(story, email, 'recruiter');
  const form = contactsForm(country).parse({ ...said, revision: 0 });
  await done(publishContacts(scopeOf(story, owner, 26), form), `publish contacts of ${email}`);
}

/** Numbers of the countries the cast comes from that ring nowhere we know of. */
const numbers: Record<string, string> = {
  ...{ NP: '+9779800000012', BD: '+8801700000012', LK: '+94710000012', PH: '+639170000012' },
  ...{ ID: '+6281100000012', IN: '+919800000012', PK: '+923000000012', KE: '+254700000012' },
};

const blank = { nameLocal: null, since: null, contact: null, note: null, parentId: null };

function partnersOf(country: string, city: string, corridor = ''): Details[] {
  const destination = corridor.slice(3) || country;
  const phone = numbers[country];
  return [
    {
      ...{ ...blank, kind: 'sub_agent', form: 'registered', name: `${city} District Liaison`, country },
      ...{ place: `Near ${city}`, registrationNumber: 'S-118', phones: phone ? [phone] : [] },
    },
    {
      ...{ ...blank, kind: 'partner_agency', form: 'registered', name: 'Harbour Gate Manpower' },
      ...{ country: destination, place: 'Head office', registrationNumber: 'HG-2041', phones: [] },
    },
    {
      ...{ ...blank, kind: 'clinic', form: 'registered', name: `${city} Medical Centre`, country },
      ...{ place: city, registrationNumber: null, phones: [] },
    },
    {
      ...{ ...blank, kind: 'employer', form: 'registered', name: 'Al Noor Facilities' },
      ...{ country: destination, place: 'Industrial area', registrationNumber: null, phones: [] },
    },
  ];
}
