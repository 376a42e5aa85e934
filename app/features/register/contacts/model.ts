/** What a recruiter publishes as its own: numbers in E.164, addresses that begin with https. */
export type Contact = {
  phones: string[];
  website: string | null;
  email: string | null;
  social: string[];
};

export const mostPhones = 10;
export const mostSocial = 5;

export const emptyContact: Contact = { phones: [], website: null, email: null, social: [] };

/** An address as it is published, and the key by which other spellings of it are the same page. */
export type Page = { url: string; key: string };

/** What a form says of all of it. */
export type Published = { phones: string[]; website: Page | null; email: string | null; social: Page[] };

/** `revision`: how often it was changed; 0 where nothing was published yet. */
export type Kept = Contact & { revision: number };

/** An organisation on the register, or one that was; `country` is the one whose numbers need no country in front. */
export type Listing = { organisationId: string; delistedOn: string | null; country: string };
