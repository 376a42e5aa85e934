import type { Kysely } from 'kysely';

import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import type { OrganisationKind } from '#app/features/accounts/model.ts';
import { claimDomain, confirmDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import type { Officer, Role, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

type Db = Kysely<Database>;
export const now = new Date('2026-03-01T09:00:00Z');
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** An organisation with its owner, and the scope the owner acts in. */
export async function ownerOf(
  db: Db,
  name: string,
  kind: OrganisationKind = 'recruiter',
  role: Role = 'recruiter',
) {
  const organisationId = await foundOrganisation({ db, now }, { kind, name, country: 'NP' });
  const email = `owner@${name.toLowerCase()}.example`;
  const accountId = await addPerson(
    { db, now },
    { organisationId, kind, role, name: `Owner of ${name}`, email, password: 'a long enough password' },
  );
  const scope: Scope<SignedIn> = { db, now, actor: { kind: role, accountId, organisationId, owner: true } };
  return { scope, organisationId, accountId, email };
}

export const member = (db: Db, organisationId: string, email: string) =>
  addPerson(
    { db, now },
    {
      organisationId,
      kind: 'recruiter',
      role: 'recruiter',
      name: 'Ravi Lama',
      email,
      password: 'another long one',
    },
  );

export async function anOfficer(db: Db) {
  const { accountId, organisationId } = await ownerOf(db, 'Scheme', 'scheme', 'officer');
  const scope: Scope<Officer> = { db, now, actor: { kind: 'officer', accountId, organisationId } };
  return scope;
}

export const note = { note: 'The licence and the letterhead name this domain.' };
export const domain = 'himal.example';
export const refused = (refusal: string) => ({ ok: false, refusal });

/** Himal with its domain proven by an officer. */
export async function himal(db: Db) {
  const owner = await ownerOf(db, 'Himal');
  const officer = await anOfficer(db);
  await claimDomain(owner.scope, { domain });
  await confirmDomain(officer, { organisationId: owner.organisationId, domain }, note);
  return { ...owner, officer };
}

/** Facts about a subject, by name: within one test many happen in the same moment. */
export const typesOf = async (db: Db, subject: string) =>
  (await db.selectFrom('event').select('type').where('subject', '=', subject).execute())
    .map(({ type }) => type)
    .sort();
