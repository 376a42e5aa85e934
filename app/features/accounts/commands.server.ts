import type { Role, Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { SignUpForm } from './forms.ts';
import type { OrganisationKind } from './model.ts';
import { hashPassword } from './password.server.ts';

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
  const { id } = await db
    .insertInto('account')
    .values({
      email: person.email.toLowerCase(),
      name: person.name,
      password_hash: await hashPassword(person.password),
      created_at: now,
      verified_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const first = await db
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', person.organisationId)
    .limit(1)
    .executeTakeFirst();
  await db
    .insertInto('membership')
    .values({
      account_id: id,
      organisation_id: person.organisationId,
      organisation_kind: person.kind,
      role: person.role,
      created_at: now,
      owner_since: first ? null : now,
    })
    .execute();
  return id;
}

/** A recruiter signs up: agency and person, or neither. */
export function signUp({ db, now }: Pick<Scope, 'db' | 'now'>, form: SignUpForm) {
  return db.transaction().execute(async (trx) => {
    const taken = await trx
      .selectFrom('account')
      .select('id')
      .where('email', '=', form.email.toLowerCase())
      .executeTakeFirst();
    if (taken) return refuse('address_taken');
    const kind = 'recruiter';
    const organisationId = await foundOrganisation(
      { db: trx, now },
      { kind, name: form.agency, country: form.country },
    );
    const { name, email, password } = form;
    const accountId = await addPerson(
      { db: trx, now },
      { organisationId, kind, role: kind, name, email, password },
    );
    return ok({ organisationId, accountId });
  });
}
