import { ok, refuse } from '#app/platform/result.ts';

import type { Contact, Kept, Listing, Published } from './model.ts';

type Asked = { published: Published; revision: number };

/** What a recruiter publishes from now on; all of it at once, so that nothing stays that nobody saw. */
export function publish(listing: Listing | undefined, kept: Kept, { published, revision }: Asked) {
  if (!listing) return refuse('not_listed');
  if (listing.delistedOn !== null) return refuse('delisted');
  if (kept.revision !== revision) return refuse('saved_meanwhile');
  const contact = contactOf(published);
  if (isSame(contact, kept)) return refuse('nothing_changed');
  return ok({ ...contact, revision: revision + 1 });
}

const contactOf = ({ phones, website, email, social }: Published): Contact => ({
  ...{ phones, email, website: website?.url ?? null },
  social: social.map(({ url }) => url),
});

const isSame = (one: Contact, other: Contact) =>
  one.website === other.website &&
  one.email === other.email &&
  one.phones.join(' ') === other.phones.join(' ') &&
  one.social.join(' ') === other.social.join(' ');

/** Nothing at all is no contact. */
export const isPublished = ({ phones, website, email, social }: Contact) =>
  phones.length + social.length > 0 || website !== null || email !== null;
