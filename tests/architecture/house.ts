import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { ofFindings, ofMapping, ofWorkers } from './owners.ts';

/** What no other gate asks of the house; each question answers with what breaks it. */
export type Source = { path: string; text: string };

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');

export function readHouse(root = '.'): Source[] {
  return ['app', 'db', 'emails', 'tests']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => /\.(ts|tsx|mts|mjs|css|json)$/.test(path))
    .map((path) => ({
      path: path.slice(root === '.' ? 0 : root.length + 1),
      text: readFileSync(path, 'utf8'),
    }));
}

/** Who writes which table. Reading is free; a second writer would be a second home of the table's rules. */
const owners: Record<string, string> = {
  account: 'features/accounts',
  former_membership: 'features/accounts',
  membership: 'features/accounts',
  organisation: 'features/accounts',
  session: 'features/accounts',
  pending_sign_in: 'features/accounts',
  known_device: 'features/accounts',
  sign_up: 'features/accounts',
  invitation: 'features/accounts',
  address_change: 'features/accounts',
  one_time_link: 'features/accounts',
  one_time_secret: 'features/accounts',
  advice: 'features/accounts',
  passkey: 'features/accounts',
  webauthn_challenge: 'features/accounts',
  authenticator: 'features/accounts',
  recovery_code: 'features/accounts',
  factor_reset: 'features/accounts',
  mail_domain: 'features/accounts',
  identity_provider: 'features/accounts',
  single_sign_on_state: 'features/accounts',
  external_identity: 'features/accounts',
  api_key: 'features/accounts',
  watch: 'features/watching',
  watch_entry: 'features/watching',
  watch_rhythm: 'features/watching',
  watch_notice: 'features/watching',
  watch_mail: 'features/watching',
  watch_mail_notice: 'features/watching',
  webhook_endpoint: 'features/watching',
  webhook_message: 'features/watching',
  webhook_attempt: 'features/watching',
  verification: 'features/register/verifications',
  verification_line: 'features/register/verifications',
  verification_request: 'features/register/verifications',
  list_check: 'features/register/verifications',
  list_check_row: 'features/register/verifications',
  list_choice: 'features/register/verifications',
  portfolio: 'features/register/verifications',
  portfolio_entry: 'features/register/verifications',
  // rate-limiter-flexible writes it by itself.
  rate_limit: 'platform',
  scheme_version: 'features/scheme',
  principle: 'features/scheme',
  criterion: 'features/scheme',
  indicator: 'features/scheme',
  application: 'features/applications',
  application_answer: 'features/applications',
  application_answer_version: 'features/applications',
  application_section_answer: 'features/applications',
  questionnaire_version: 'questionnaire',
  application_reviewer: 'features/applications',
  application_checklist: 'features/applications',
  application_appeal: 'features/applications',
  application_reminder: 'features/applications',
  document: 'features/documents',
  document_version: 'features/documents',
  document_view: 'features/documents',
  licence: 'features/licences',
  licence_status: 'features/licences',
  licence_warning: 'features/licences',
  partner: 'features/network',
  partner_phone: 'features/network',
  partner_authorisation: 'features/network',
  partner_import: 'features/network',
  self_assessment: 'features/self-assessment',
  self_assessment_score: 'features/self-assessment',
  self_assessment_evidence: 'features/self-assessment',
  application_copy: 'features/applications',
  application_review: 'features/applications',
  registration: 'features/applications',
  registration_licence: 'features/applications',
  // Its rows come by trigger with every change of a name; the room reads them.
  register_dump: 'features/register/dump',
  register_dumped: 'features/register/dump',
  register_entry: 'features/register',
  register_drawn: 'features/register',
  register_name: 'features/register',
  registration_contact: 'features/register/contacts',
  registration_phone: 'features/register/contacts',
  registration_page: 'features/register/contacts',
  complaint: 'features/workers',
  complaint_entry: 'features/workers',
  complaint_file: 'features/workers',
  complaint_consent: 'features/workers',
  complaint_decision: 'features/workers',
  complaint_access: 'features/workers',
  complaint_reading: 'features/workers',
  complaint_link: 'features/workers',
  complaint_log_day: 'features/workers',
  complaint_audit: 'features/audits',
  register_word: 'features/register',
  register_word_key: 'features/register',
  register_posting: 'features/register',
  invoice: 'features/billing',
  fee_schedule: 'features/billing',
  fee_schedule_line: 'features/billing',
  invoice_series: 'features/billing',
  payment: 'features/billing',
  refund: 'features/billing',
  stripe_event: 'features/billing',
  checkout: 'features/billing',
  bank_statement: 'features/billing',
  bank_statement_line: 'features/billing',
  audit: 'features/audits',
  audit_team_member: 'features/audits',
  audit_objection: 'features/audits',
  audit_objection_answer: 'features/audits',
  audit_team_departure: 'features/audits',
  audit_report_draft: 'features/audits',
  audit_report: 'features/audits',
  audit_report_file: 'features/audits',
  fact_check_comment: 'features/audits',
  audit_postponement: 'features/audits',
  audit_day_calculation: 'features/audits',
  audit_delay: 'features/audits',
  audit_postponement_notice: 'features/audits',
  audit_sample_plan: 'features/audits',
  audit_sample_stratum: 'features/audits',
  audit_itinerary: 'features/audits',
  audit_itinerary_item: 'features/audits',
  audit_itinerary_auditor: 'features/audits',
  audit_programme: 'features/audits',
  audit_programme_entry: 'features/audits',
  audit_programme_reckoning: 'features/audits',
  calendar_feed: 'features/audits',
  conflict_declaration: 'features/audits',
  indicator_assessment: 'features/audits',
  assessment_version: 'features/audits',
  fieldwork_operation: 'features/audits',
  fieldwork_resolution: 'features/audits',
  assessment_evidence: 'features/audits',
  indicator_presence: 'features/audits',
  fieldwork_taking: 'features/audits',
  late_photo: 'features/audits',
  worker_interview: 'features/audits',
  worker_interview_notes: 'features/audits',
  worker_interview_reading: 'features/audits',
  finding: 'features/audits',
  ...ofFindings,
  ...ofWorkers,
  ...ofMapping,
  interview_reference: 'features/audits',
  readiness_concern: 'features/audits',
  standing_judgement: 'features/audits',
  corrective_action_plan: 'features/audits',
  remedy: 'features/audits',
  remedy_notice: 'features/audits',
  remedy_entry: 'features/audits',
  remedy_confirmation: 'features/audits',
  remedy_item: 'features/audits',
  remedy_people: 'features/audits',
  serving_body: 'features/certificates',
  interest_declaration: 'features/bodies',
  audit_body_approval: 'features/bodies',
  auditor_competence: 'features/bodies',
  auditor_language: 'features/bodies',
  auditor_witnessing: 'features/bodies',
  auditor_approval: 'features/bodies',
  auditor_suspension: 'features/bodies',
  auditor_approval_warning: 'features/bodies',
  audit_proposal: 'features/audits',
  audit_draw: 'features/audits',
  audit_draw_candidate: 'features/audits',
  audit_draw_request: 'features/audits',
  audit_team_gap: 'features/audits',
  audit_body_approval_warning: 'features/bodies',
  certification_decision: 'features/certificates',
  decision_matter: 'features/certificates',
  decision_meeting: 'features/certificates',
  decision_declaration: 'features/certificates',
  decision_package: 'features/certificates',
  decision_vote: 'features/certificates',
  decision_condition: 'features/certificates',
  decision_condition_notice: 'features/certificates',
  certificate: 'features/certificates',
  certificate_status: 'features/certificates',
  certificate_announcement: 'features/certificates',
  certificate_version: 'features/certificates',
  certificate_scope_request: 'features/certificates',
  certificate_transfer: 'features/certificates',
  certificate_transfer_declaration: 'features/certificates',
  certificate_transfer_view: 'features/certificates',
  claim_check: 'features/certificates',
  claim_use: 'features/certificates',
  material_change: 'features/certificates',
  claim_misuse: 'features/certificates',
  standing_misuse_finding: 'features/audits',
  certificate_appeal: 'features/certificates',
  // A trigger gives each certificate its place.
  status_entry: 'features/credentials',
  certificate_appeal_declaration: 'features/certificates',
  certificate_appeal_proposal: 'features/certificates',
  certificate_appeal_notice: 'features/certificates',
  event: 'events',
  delivery: 'composition',
  mail: 'platform',
};

const writes =
  /(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)|\b(?:insert\s+into|delete\s+from|truncate)\s+"?(\w+)|\bupdate\s+"?(\w+)"?\s+set\b/gi;

export const foreignWrites = (house: Source[]) =>
  house
    .filter(({ path }) => path.startsWith('app/') && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(writes)].flatMap(([, builder, raw, updated]) => {
        const table = builder ?? raw ?? updated ?? '';
        const owner = owners[table];
        if (owner && path.startsWith(`app/${owner}/`)) return [];
        return [`${path} writes ${table}, which is ${owner ? `${owner}’s` : 'nobody’s'}`];
      }),
    );

/** Tables of the schema that the list above does not give to anybody. */
export const unownedTables = (house: Source[]) => {
  const schema = house.find(({ path }) => path === 'db/schema.ts')?.text ?? '';
  const tables = /export interface DB \{([^}]*)\}/.exec(schema)?.[1]?.match(/\w+(?=:)/g) ?? [];
  return tables.filter((table) => !(table in owners));
};

const lines = (text: string) => text.trimEnd().split('\n').length;

export const tooLong = (house: Source[]) =>
  house
    .filter(({ path }) => /\.(ts|tsx)$/.test(path) && path !== 'db/schema.ts')
    .filter(({ path, text }) => lines(text) > (path.startsWith('app/routes/') ? 120 : 300))
    .map(({ path, text }) => `${path} has ${lines(text)} lines`);

/** Fifteen files a folder, its tests apart; migrations grow with the years. */
export function tooFull(house: Source[]) {
  const folders = new Map<string, number>();
  for (const { path } of house) {
    if (isTest(path) || path.startsWith('db/migrations/')) continue;
    folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  }
  return [...folders]
    .filter(([, count]) => count > 15)
    .map(([folder, count]) => `${folder} has ${count} files`);
}

const forbiddenNames =
  /^(utils?|helpers?|misc|common|shared|managers?|services?)$|(manager|helper|util)s?\.tsx?$/i;

export const vagueNames = (house: Source[]) =>
  house.map(({ path }) => path).filter((path) => path.split('/').some((part) => forbiddenNames.test(part)));

/** Migrations are named by their minute, listed in order, and import nothing that may change under them. */
export function looseMigrations(house: Source[]) {
  const index = house.find(({ path }) => path === 'db/migrations/index.ts')?.text ?? '';
  const listed = [...index.matchAll(/as '(\d{8}T\d{4}_\w+)'/g)].map(([, name]) => name ?? '');
  const files = house.filter(
    ({ path }) => path.startsWith('db/migrations/') && path !== 'db/migrations/index.ts',
  );
  const names = files.map(({ path }) => basename(path, '.ts'));
  return [
    ...names.filter((name) => !/^\d{8}T\d{4}_\w+$/.test(name)),
    ...names.filter((name) => !listed.includes(name)).map((name) => `${name} is not listed`),
    ...listed
      .filter((name, place) => name <= (listed[place - 1] ?? ''))
      .map((name) => `${name} is out of order`),
    ...files
      .filter(({ text }) => /^import .* from '(?!kysely')/m.test(text))
      .map(({ path }) => `${path} imports`),
  ];
}

export const suppressions = (house: Source[]) =>
  house.flatMap(({ path, text }) =>
    [...text.matchAll(/eslint-disable|@ts-(?:ignore|expect-error|nocheck)|prettier-ignore/g)]
      .filter(() => !path.startsWith('tests/architecture/'))
      .map(([what]) => `${path}: ${what}`),
  );
