import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { emptyContact, type Contact, type Kept, type Listing } from './model.ts';
import { isPublished } from './rules.ts';

const shape = z
  .object({
    phones: z.array(z.string()),
    website: z.string().nullable(),
    email: z.string().nullable(),
    social: z.array(z.string()),
  })
  .nullable();

/** The contacts of the recruiter a query on `registration` is at, as one value; lists within lists the builder has no words for. */
export const contactColumn = sql<unknown>`(
  select jsonb_build_object(
    'phones', array(select p.phone from registration_phone p where p.organisation_id = c.organisation_id order by p.position),
    'website', (select g.url from registration_page g where g.organisation_id = c.organisation_id and g.kind = 'website'),
    'email', c.email,
    'social', array(select g.url from registration_page g where g.organisation_id = c.organisation_id and g.kind = 'social'
      order by g.position))
  from registration_contact c where c.organisation_id = registration.organisation_id)`;

/** What was read by `contactColumn`; null where nothing is published. */
export function readContact(column: unknown): Contact | null {
  const contact = shape.parse(column);
  return contact && isPublished(contact) ? contact : null;
}

type By = { db: Kysely<Database> };

const listing = ({ db }: By, organisationId: string) =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .leftJoin('registration_contact as kept', 'kept.organisation_id', 'registration.organisation_id')
    .select(['registration.organisation_id as organisationId', 'registration.delisted_on as delistedOn'])
    .select(['registration.number', 'organisation.country', 'kept.revision'])
    .select(contactColumn.as('contact'))
    .where('registration.organisation_id', '=', organisationId);

type Found = Listing & { number: string; kept: Kept };

/** The recruiter's own listing and what it publishes; undefined for whoever never came onto the register. */
export async function findListing(by: By, organisationId: string): Promise<Found | undefined> {
  const row = await listing(by, organisationId).executeTakeFirst();
  if (!row) return undefined;
  const { contact, revision, ...found } = row;
  return { ...found, kept: { ...(shape.parse(contact) ?? emptyContact), revision: revision ?? 0 } };
}

/** Whoever is not on the register, or no longer, publishes nothing. */
export async function findOwnContacts({ db, actor }: Scope<Recruiter>) {
  const found = await findListing({ db }, actor.organisationId);
  return found?.delistedOn === null ? found : undefined;
}

/** Whoever is on the register and said nothing yet is asked to, once: what was published, or emptied, was looked at. */
export async function listContactTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  const own = await findOwnContacts(scope);
  if (!own || own.kept.revision > 0) return [];
  return [
    {
      ...{ id: `contacts-${own.number}`, what: 'Publish the numbers you call from', about: own.number },
      ...{ due: null, href: '/register-contacts', action: 'Publish contacts' },
    },
  ];
}
