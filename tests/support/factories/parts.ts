import { sql, type Kysely } from 'kysely';

import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';

import type { Database } from '#db/client.server.ts';

import type { DecisionPackage } from './certificates.ts';
import { pastRules } from './matters.ts';

export type PartIn = Pick<DecisionPackage, 'applicationId' | 'auditId' | 'agency' | 'lead' | 'officer'> & {
  /** The day on which somebody would vote. */
  day: Day;
};
export type Part = (given: PartIn, person: string) => string;

const twoYearsBefore = (day: Day, days: number) => addDays(addMonths(day, -24), days);

export const member =
  (role: string): Part =>
  ({ auditId }, person) =>
    `insert into audit_team_member (audit_id, account_id, role, assigned_at) values ('${auditId}', '${person}', '${role}', now())`;

const onAudit =
  (column: string): Part =>
  ({ auditId }, person) =>
    `update audit set ${column} = '${person}' where id = '${auditId}'`;

const aFinding = ({ auditId, lead }: PartIn) => `
    insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state, statement,
      evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, verified_at, verified_by, verification_method, closed_at, closed_by)
    select id, application_id, organisation_id, (select coalesce(max(number), 0) + 1 from finding), scheme_version_id, '1.1.2', 'minor',
      'closed', 'No payee is named.', 'Seen on paper.', now(), '${lead.accountId}', now(), '2026-04-01', '2026-08-01', now(),
      '${lead.accountId}', 'desk', now(), '${lead.accountId}'
    from audit where id = '${auditId}'`;

const onFinding =
  (column: string): Part =>
  (given, person) =>
    `${aFinding(given)}; update finding set ${column} = '${person}' where number = (select max(number) from finding)`;

/** Until so many days after the day two years ago; without a number it lasts. */
export const tie =
  (days?: number): Part =>
  ({ agency, day }, person) =>
    `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, declared_at)
     values ('${person}', '${agency.id}', 'kinship', 'A cousin runs the branch.', '2020-01-01', ${days === undefined ? 'null' : `'${twoYearsBefore(day, days)}'`}, now())`;

/** So many days after the day two years ago. */
export const advice =
  (days: number): Part =>
  ({ agency, officer, day }, person) =>
    `insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
     values ('${person}', '${agency.id}', 'training', '${twoYearsBefore(day, days)}', now(), '${officer.accountId}')`;

/** Whoever had a part in what the panel decides on, and what bars them: as the other rooms write it down. */
export const parts: [who: string, bar: string, part: Part][] = [
  [
    'the lead auditor',
    'audited_by_you',
    ({ auditId }, person) =>
      `update audit_team_member set account_id = '${person}' where audit_id = '${auditId}' and role = 'lead_auditor'`,
  ],
  ['an auditor of the team', 'audited_by_you', member('auditor')],
  ['a technical expert of the team', 'audited_by_you', member('technical_expert')],
  ['who scheduled the audit', 'audited_by_you', onAudit('scheduled_by')],
  ['the author of the report', 'audited_by_you', onAudit('reported_by')],
  ['the technical reviewer', 'report_reviewed_by_you', onAudit('reviewed_by')],
  ['who raised a finding', 'finding_by_you', onFinding('raised_by')],
  ['who verified a finding', 'finding_by_you', onFinding('verified_by')],
  [
    'who gave more time for a finding',
    'finding_by_you',
    (given, person) => `${aFinding(given)};
      update finding set extended_at = now(), extended_by = '${person}', extension_reason = 'The bank needs a week more.',
        extended_clock = 'close', extended_from = '2026-08-01' where number = (select max(number) from finding)`,
  ],
  ['who closed a finding', 'finding_by_you', onFinding('closed_by')],
  [
    'who reviewed the application',
    'application_reviewed_by_you',
    ({ applicationId }, person) =>
      `insert into application_review (application_id, outcome, reasons, decided_by, decided_at)
       values ('${applicationId}', 'accepted', 'Licence confirmed with the authority.', '${person}', now())`,
  ],
  [
    'who checked a section of the application',
    'application_reviewed_by_you',
    ({ applicationId }, person) =>
      `insert into application_checklist (application_id, copy_version, section, state, checked_by, checked_at)
       values ('${applicationId}', 1, 'identity', 'in_order', '${person}', now())`,
  ],
  ['who advised it within two years', 'advised_by_you', advice(1)],
  [
    'who declared a conflict with the application',
    'conflict_declared',
    ({ applicationId }, person) =>
      `insert into application_reviewer (application_id, account_id, conflicted, reason, declared_at)
       values ('${applicationId}', '${person}', true, 'A cousin works there.', now())`,
  ],
  [
    'who declared a conflict with the audit',
    'conflict_declared',
    ({ auditId, agency }, person) =>
      `insert into conflict_declaration (audit_id, account_id, organisation_id, conflicted, statement, declared_at)
       values ('${auditId}', '${person}', '${agency.id}', true, 'A cousin works there.', now())`,
  ],
  ['who declared a tie that lasts', 'tied', tie()],
  ['who declared a tie that ended a year ago', 'tied', tie(365)],
];

type Tried = { person: string; day: string };

/** A vote past the command, on the package as it stands. */
export const rawVote = (id: string, { person, day }: Tried) => sql`
  with kept as (insert into decision_package (sha256, matter_id, content, kept_at)
    values (decision_package_sha256(${id}), ${id}, decision_package_text(${id}), now()) returning sha256)
  insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
  select ${id}, ${person}::uuid, 'grant', 'Everything was found in order.', sha256, ${`${day}T09:00:00Z`}::timestamptz from kept`;

/** Past the constraints of other rooms: how the part came about is theirs, that it counts here is ours. */
export const happened = (db: Kysely<Database>, statements: string) =>
  pastRules(db, (one) => sql.raw(statements).execute(one));
