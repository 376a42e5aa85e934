import type { RawBuilder } from 'kysely';
import type { ReactNode } from 'react';

import type { Result } from '#app/platform/result.ts';
import type { Decider, Officer, Reviewer } from '#app/platform/scope.ts';
import { aPerson, aPlace, anApplication, type Engagement } from '#tests/support/factories/audits.ts';
import { advice, member, tie, type Part, type PartIn } from '#tests/support/factories/parts.ts';

export type Work = () => Promise<void>;
export type Given = Engagement & { work: Work };

/** What is acted on, and where it stands. */
export type Matter = { id: string; auditId: string; about?: string };
export type Actors = { officer: Officer; reviewer: Reviewer; decider: Decider };
type Who = keyof Actors;

/** A part a person had, what they are told for it, and what the database says. */
export type Bar = { had: Part; refusal: string; says: string };
type Form = Record<string, string>;
export type On = { given: Given; matter: Matter; now: Date };

/** What somebody may do unless they had a part in it: by command, on a page and, past both, in SQL. */
type ThingOf<W extends Who> = {
  who: W;
  /** Brings it about that it can be done. */
  ready: (given: Given) => Promise<Matter>;
  /** What everybody does first who is to do it: they declare to be free, before their part comes to light. */
  first?: (on: On, actor: Actors[W]) => Promise<unknown>;
  bars: Readonly<Record<string, Bar>>;
  act: (on: On, actor: Actors[W]) => Promise<Result<unknown>>;
  page: (matter: Matter) => string;
  form: Form | ((on: On, actor: Actors[W]) => Promise<Form>);
  raw: (on: On, person: string) => RawBuilder<unknown>;
  words: (refusal: string) => ReactNode;
};

/** The same for a walk that need not know who does it. */
export type Thing = {
  who: Who;
  ready: (given: Given) => Promise<Matter>;
  bars: Readonly<Record<string, Bar>>;
  newcomer: (on: On) => Promise<Newcomer>;
  page: (matter: Matter) => string;
  raw: (on: On, person: string) => RawBuilder<unknown>;
  words: (refusal: string) => ReactNode;
};
export type Newcomer = {
  accountId: string;
  role: Who;
  act: () => Promise<Result<unknown>>;
  form: () => Promise<Form>;
};

const inScheme = ({ officer }: Given) => ({ id: officer.organisationId, kind: 'scheme' as const });
const joins: { [W in Who]: (given: Given) => Promise<Actors[W]> } = {
  officer: (given) => aPerson(given.db, inScheme(given), 'officer', 'New officer'),
  decider: (given) => aPerson(given.db, inScheme(given), 'decider', 'New member'),
  reviewer: (given) => aPerson(given.db, given.body, 'reviewer', 'New reviewer'),
};

/** Somebody new who has the role, and to whom nothing happened yet. */
export const thing = <W extends Who>(of: ThingOf<W>): Thing => ({
  ...of,
  async newcomer(on) {
    const { given, matter } = on;
    const actor = await joins[of.who](given);
    await of.first?.(on, actor);
    const { form } = of;
    return {
      ...{ accountId: actor.accountId, role: of.who },
      act: () => of.act({ given, matter, now: on.now }, actor),
      form: () => (typeof form === 'function' ? form(on, actor) : Promise.resolve(form)),
    };
  },
});

/** Whatever ties a person to the recruiter, now or within two years. */
export const ties = (refusal: string, says: string): Record<string, Bar> => ({
  'who declared a tie that lasts': { had: tie(), refusal, says },
  'who declared a tie that ended a year ago': { had: tie(365), refusal, says },
  'who advised it within two years': { had: advice(1), refusal, says },
});

/** On the team, and declared to be free of conflicts like everybody there. */
const onTeam =
  (role: string): Part =>
  (where, person) => `${member(role)(where, person)};
    insert into conflict_declaration (audit_id, account_id, organisation_id, conflicted, statement, declared_at)
    values ('${where.auditId}', '${person}', '${where.agency.id}', false, 'No ties to the recruiter at all.', now())`;

/** Taken off it again, with a reason. */
export const leftTeam: Part = ({ auditId, officer }, person) =>
  `insert into audit_team_departure (audit_id, account_id, role, left_at, decided_by, reason)
   values ('${auditId}', '${person}', 'auditor', now(), '${officer.accountId}', 'Worked for the recruiter before.')`;

const paused: Part = ({ officer }, person) =>
  `insert into auditor_suspension (approval_id, reason, suspended_at, suspended_by)
   select id, 'A complaint about a review is open.', '2026-02-01', '${officer.accountId}' from auditor_approval
   where account_id = '${person}' and level = 'reviewer'`;

/** The second person of a body is one the scheme approved as reviewer. */
export const unapproved: Record<string, Bar> = {
  'whose approval as reviewer is suspended': {
    had: paused,
    refusal: 'reviewer_not_approved',
    says: 'not approved this person as reviewer',
  },
};

export const ofTeam = (refusal: string, says: string): Record<string, Bar> => ({
  'an auditor of the team': { had: onTeam('auditor'), refusal, says },
  'a technical expert of the team': { had: onTeam('technical_expert'), refusal, says },
});

/** Another recruiter of the same audit body, which nobody has met. */
export async function anotherClient(given: Engagement, work: Work): Promise<Given> {
  const agency = await aPlace(given.db, 'recruiter', `Client ${crypto.randomUUID()}`);
  const recruiter = await aPerson(given.db, agency, 'recruiter', 'Mina Rai');
  const startedBy = recruiter.accountId;
  const applicationId = await anApplication(given.db, { agency, body: given.body, startedBy });
  return { ...given, agency, recruiter, applicationId, work };
}

/** Where a part is written down: what is appealed about may be an application without an audit. */
export const whereOf = (given: Given, { auditId, about }: Matter, day: string): PartIn => ({
  ...{ ...given, auditId, day },
  ...(auditId === '' && { applicationId: about ?? '' }),
});

let numbers = 4000;
/** A registration number that nobody else of a test has. */
export const nextNumber = () => `LRN${String((numbers += 1))}2603`;
