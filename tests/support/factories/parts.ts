import { sql, type Kysely } from 'kysely';

import { addDays, addMonths, type Day } from '#app/platform/calendar.ts';

import type { Database } from '#db/client.server.ts';

import type { DecisionPackage } from './certificates.ts';
import { pastRules } from './matters.ts';

export type PartIn = Pick<
  DecisionPackage,
  'applicationId' | 'auditId' | 'agency' | 'body' | 'lead' | 'officer'
> & {
  /** The day on which somebody would vote. */
  day: Day;
};
export type Part = (given: PartIn, person: string) => string;

const twoYearsBefore = (day: Day, days: number) => addDays(addMonths(day, -24), days);

export const member =
  (role: string): Part =>
  ({ auditId }, person) =>
    `insert into audit_team_member (audit_id, account_id, role, assigned_at) values ('${auditId}', '${person}', '${role}', now())`;

/** An earlier application of the same recruiter that was withdrawn during its audit, and what somebody did in that. */
const ofFormer =
  (then: (audit: string, person: string) => string): Part =>
  ({ applicationId, body, lead }, person) =>
    `with former as (insert into application (organisation_id, scheme_version_id, state, started_at, started_by, submitted_at,
        payment_due_on, paid_at, accepted_at, audit_body_id, engaged_at, audit_started_at, ended_at)
      select organisation_id, scheme_version_id, 'withdrawn', '2024-01-08', started_by, '2024-01-08', '2024-02-08', '2024-01-08',
        '2024-01-20', '${body.id}', '2024-02-01', '2024-02-10', '2024-06-01' from application where id = '${applicationId}' returning *),
    held as (insert into audit (application_id, organisation_id, audit_body_id, scheme_version_id, type, state, scheduled_at,
        scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at, aborted_at, abort_reason, abort_note)
      select id, organisation_id, audit_body_id, scheme_version_id, 'stage2', 'aborted', '2024-02-10', '${lead.accountId}',
        '2024-02-12', '2024-03-04', '2024-03-06', 'announced', 'Head office and twelve interviews.', '2024-03-04', '2024-06-01',
        'application_ended', 'The application was withdrawn.' from former returning *)
    ${then('held', person)}`;

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
  ['who sent the report back', 'report_reviewed_by_you', onAudit('returned_by')],
  [
    'the lead auditor of an application that was withdrawn',
    'audited_by_you',
    ofFormer(
      (audit, person) =>
        `insert into audit_team_member (audit_id, account_id, role, assigned_at)
         select id, '${person}', 'lead_auditor', '2024-02-11' from ${audit}`,
    ),
  ],
  [
    'who raised a finding of an application that was withdrawn',
    'finding_by_you',
    ofFormer(
      (audit, person) =>
        `insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
           statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on, verified_at, verified_by,
           verification_method, closed_at, closed_by)
         select id, application_id, organisation_id, 1, scheme_version_id, '1.1.2', 'minor', 'closed', 'No payee is named.',
           'Seen on paper.', '2024-03-05', '${person}', '2024-04-01', '2024-05-01', '2024-08-01', '2024-05-10',
           '${person}', 'desk', '2024-05-11', '${person}' from ${audit}`,
    ),
  ],
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
