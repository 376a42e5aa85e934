import { z } from 'zod';

import { readPhone } from '#app/platform/names/phone.ts';
import { countryName } from '#app/platform/places.ts';

import { mostPhones, mostSocial, type Page, type Published } from './model.ts';
import { readPage } from './page.ts';

const tooLong = 'This is too long';
const text = (most: number) => z.string().trim().max(most, tooLong).default('');

const linesOf = (typed: string, between: RegExp) =>
  typed
    .split(between)
    .map((each) => each.trim())
    .filter(Boolean);
const quoted = (typed: string) => `“${typed.slice(0, 40).replace(/\p{C}/gu, ' ')}”`;
const noAddress = (typed: string) => `${quoted(typed)} is no web address we can publish`;

const said = z.object({
  phones: text(1000),
  website: text(300),
  email: z.union([z.literal(''), z.email('Enter a whole mail address').max(254, tooLong)]).default(''),
  social: text(2000),
  revision: z.number({ message: 'Open the page again' }).int().min(0),
});

/** `country`: whose numbers need no country in front. */
export const contactsForm = (country: string) =>
  said.transform((form, context): { published: Published; revision: number } => {
    const wrong = (field: keyof typeof form, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const typed = linesOf(form.phones, /[\n;,/،]+/);
    const phones = typed.flatMap((each) => {
      const phone = readPhone(each, country);
      if (!phone) wrong('phones', `${quoted(each)} is no phone number of ${countryName(country)}`);
      return phone ? [phone] : [];
    });
    if (typed.length > mostPhones) wrong('phones', `Enter at most ${mostPhones} phone numbers`);
    const website = form.website ? readPage(form.website) : null;
    if (website === undefined) wrong('website', noAddress(form.website));
    const social = linesOf(form.social, /\s+/).flatMap((each) => {
      const page = readPage(each);
      if (!page) wrong('social', noAddress(each));
      return page ? [page] : [];
    });
    if (social.length > mostSocial) wrong('social', `Enter at most ${mostSocial} pages`);
    const published = {
      ...{ phones: [...new Set(phones)], website: website ?? null, email: form.email.toLowerCase() || null },
      social: onceEach(social, website ?? null),
    };
    return { published, revision: form.revision };
  });
export type ContactsForm = z.output<ReturnType<typeof contactsForm>>;

/** The same page twice is once; what is the website already is no page besides. */
const onceEach = (pages: Page[], website: Page | null) =>
  pages.filter(
    ({ key }, place) => key !== website?.key && pages.findIndex((page) => page.key === key) === place,
  );
