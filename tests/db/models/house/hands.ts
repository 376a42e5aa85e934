import { sql, type Kysely } from 'kysely';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import type { Decider, Officer, Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import {
  anApplication,
  aPerson,
  fieldwork,
  now as begun,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';

import type { Rows } from './rows.ts';

type People = Pick<Engagement, 'lead' | 'reviewer'> & { recruiter: Recruiter; officer: Officer };

/** Who does things, who should not, and on what. */
export type Hands = {
  db: Kysely<Database>;
  given: Engagement;
  people: People;
  /** Of another body and another recruiter, and of the scheme, but tied to this recruiter. */
  others: People & { decider: Decider };
  applicationId: string;
  organisationId: string;
  /** One of each criterion, so that nothing adds up to something graver by itself. */
  codes: string[];
  rows: Rows;
};

type How = { now: Date; pick: number; wrong: boolean };
/** `wrong`: whoever does it is none of those who may. */
export type Doing = (hands: Hands, how: How) => Promise<{ ok: boolean }>;

export const who = ({ people, others }: Hands, { wrong }: How) => (wrong ? others : people);

export type Founded = Omit<Hands, 'rows'>;

/** A recruiter of its own with an engaged application. */
export async function founded(
  house: Engagement,
  strangers: Omit<People, 'officer'>,
  codes: string[],
): Promise<Founded> {
  const { db, body, officer } = house;
  const kind = 'recruiter' as const;
  const id = await foundOrganisation({ db, now: begun }, { kind, name: 'Himal', country: 'NP' });
  const recruiter = { ...(await aPerson(db, { kind, id }, 'recruiter')), owner: true };
  const startedBy = recruiter.accountId;
  const applicationId = await anApplication(db, { agency: { kind, id }, body, startedBy });
  await sql`insert into registration (organisation_id, number, application_id, accepted_on, trading_names)
    values (${id}, ${`LRN${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`}, ${applicationId}, '2026-03-01', '{}')`.execute(
    db,
  );
  await pastRules(db, (one) =>
    one
      .updateTable('application')
      .set({ offices: ['Kathmandu', 'Pokhara'] })
      .where('id', '=', applicationId)
      .execute(),
  );
  const scheme = { id: officer.organisationId, kind: 'scheme' } as const;
  const tied = {
    officer: await aPerson(db, scheme, 'officer'),
    decider: await aPerson(db, scheme, 'decider'),
  };
  for (const { accountId } of [tied.officer, tied.decider])
    await sql`insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, declared_at)
      values (${accountId}, ${id}, 'kinship', 'A cousin runs the branch.', '2020-01-01', ${begun})`.execute(
      db,
    );
  const given = { ...house, agency: { kind, id }, recruiter, applicationId };
  const people = { lead: house.lead, reviewer: house.reviewer, recruiter, officer };
  return { db, given, people, others: { ...strangers, ...tied }, applicationId, organisationId: id, codes };
}

export const inFieldwork = ({ given }: Founded) => fieldwork(given);

/** Its first certificate by the panel's warrant, the decision a row as another room leaves it. */
export async function certified({ db, given, applicationId }: Founded) {
  const decisionId = crypto.randomUUID();
  await pastRules(db, async (one) => {
    await sql`with matter as (insert into decision_matter (kind, application_id, organisation_id, about, quorum, opened_at, due_on,
          state, closed_at)
        select 'initial', id, organisation_id, '', 1, ${begun}, ${begun}::date, 'decided', ${begun} from application
        where id = ${applicationId} returning id)
      insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, matter.id, 'initial', a.id, a.organisation_id, 'Himal', a.reference, 'granted',
        'The system works, and workers were heard.', ${given.decider.accountId}::uuid, ${begun} from application a, matter where a.id = ${applicationId}`.execute(
      one,
    );
    await sql`update application set state = 'certified', audit_started_at = ${begun}, package_frozen_at = ${begun},
      concluded_at = ${begun} where id = ${applicationId}`.execute(one);
  });
  const application = await db
    .selectFrom('application')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['application.id', 'organisation_id', 'scheme_version_id', 'audit_body_id', 'terms'])
    .select(['corridors', 'sectors', 'offices'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const warrant = { kind: 'initial', actor: given.decider, now: begun, application, decisionId } as const;
  await db.transaction().execute((trx) => carryOut(trx, warrant));
}
