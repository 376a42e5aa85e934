import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** The roles a person may hold in an organisation; a role is also the kind of actor they come in as. */
export const roles = [
  'recruiter',
  'company',
  'auditor',
  'reviewer',
  'decider',
  'officer',
  'caseworker',
  'trainer',
  'authority',
] as const;
export type Role = (typeof roles)[number];

/** `owner`: manages the people of the organisation. */
type Person<K extends Role> = { kind: K; accountId: string; organisationId: string; owner?: boolean };
type People = { [K in Role]: Person<K> };

/** Somebody with a session. */
export type SignedIn = People[Role];
export type Visitor = { kind: 'visitor' };
/** The clock and reactions: the house acting by its own rules. */
export type System = { kind: 'system' };
export type Actor = SignedIn | Visitor | System;

export type Recruiter = People['recruiter'];
export type Company = People['company'];
export type Auditor = People['auditor'];
export type Reviewer = People['reviewer'];
export type Decider = People['decider'];
export type Officer = People['officer'];

/** Who asks, when, and on which database: the first argument of every query and command. */
export type Scope<A extends Actor = Actor> = { db: Kysely<Database>; actor: A; now: Date };
