import { contactsForm } from '#app/features/register/contacts/forms.ts';

/** What a page sends for a recruiter of Nepal with an office, a mobile phone, a site and a page. */
export const contactFields = {
  phones: '+977 980-0000012\n०१-४१२३४५६',
  website: 'everest.example',
  email: 'Desk@Everest.example',
  social: 'https://www.facebook.com/everest',
};

export const contactsOf = (part: Record<string, unknown> = {}) =>
  contactsForm('NP').parse({ ...contactFields, revision: 0, ...part });
