import type { Role, Scope } from '#app/platform/scope.ts';

import type { OrganisationKind } from './model.ts';
import { hashPassword } from '#app/platform/sealed/password.server.ts';

export type NewOrganisation = { kind: OrganisationKind; name: string; nameLocal?: string; country: string };
export type NewPerson = {
  organisationId: string;
  kind: OrganisationKind;
  role: Role;
  name: string;
  email: string;
  password: string;
};

export async function foundOrganisation(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  organisation: NewOrganisation,
) {
  const { kind, name, nameLocal, country } = organisation;
  const { id } = await db
    .insertInto('organisation')
    .values({ kind, name, name_local: nameLocal ?? null, country, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An account with its membership, its address proven; the first of an organisation owns it. The address must be new. */
export async function addPerson({ db, now }: Pick<Scope, 'db' | 'now'>, person: NewPerson) {
  const passwordHash = await hashPassword(person.password);
  const id = await addAccount({ db, now }, { ...person, passwordHash });
  if (!id) throw new Error(`${person.email} has an account`);
  await addMembership({ db, now }, { ...person, accountId: id });
  return id;
}

/** Without a hash the person still has to choose a password, by a link. */
type NewAccount = Pick<NewPerson, 'name' | 'email'> & { passwordHash: string | null };

/** The id of a new account whose address is proven; undefined when the address has an account, also of this moment. */
export async function addAccount({ db, now }: Pick<Scope, 'db' | 'now'>, account: NewAccount) {
  const row = await db
    .insertInto('account')
    .values({
      email: account.email.toLowerCase(),
      name: account.name,
      password_hash: account.passwordHash,
      created_at: now,
      verified_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

type NewMembership = Pick<NewPerson, 'organisationId' | 'kind' | 'role'> & { accountId: string };

/** The first member of an organisation owns it. */
export async function addMembership({ db, now }: Pick<Scope, 'db' | 'now'>, member: NewMembership) {
  const first = await db
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', member.organisationId)
    .limit(1)
    .executeTakeFirst();
  await db
    .insertInto('membership')
    .values({
      account_id: member.accountId,
      organisation_id: member.organisationId,
      organisation_kind: member.kind,
      role: member.role,
      created_at: now,
      owner_since: first ? null : now,
    })
    .execute();
}
