import type { Kysely } from 'kysely';

import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { startApplication, submitApplication } from '#app/features/applications/commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { attachLicence } from '#app/features/documents/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import {
  completeSelfAssessment,
  scoreIndicators,
  startSelfAssessment,
} from '#app/features/self-assessment/commands.server.ts';
import { unanswered } from '#app/features/self-assessment/model.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import { aPerson, approved, done, now } from './audits.ts';

/** Answers as the forms would have let them through. */
export const answers: Answers = {
  legal_name: 'Himal Workforce',
  trading_names: ['Himal'],
  company_number: 'C-12',
  address: '1 Station Road, Kathmandu',
  country: 'NP',
  contact_name: 'Mina Rai',
  owners: [{ owner_name: 'Mina Rai', owner_country: 'NP', owner_kind: 'both', owner_share: 100 }],
  directors: [{ director_name: 'Mina Rai', director_country: 'NP' }],
  official_ties: 'no',
  licences: [
    {
      licence_authority: 'Foreign Employment',
      licence_country: 'NP',
      licence_number: '12/34',
      licence_valid_until: '2030-12-31',
    },
  ],
  sanctioned: 'no',
  staff_by_office: [{ staff_office: 'Kathmandu', staff_count: 12 }],
  years_active: 9,
  job_types: ['Mason'],
  working_languages: ['ne', 'en'],
  volumes: [{ volume_origin: 'NP', volume_destination: 'QA', women_12: 3, men_12: 40 }],
  uses_agents: 'no',
  uses_partners: 'no',
  uses_others: 'no',
  employers_served: 4,
  costs: [{ cost_category: 'FEE_SERVICE', cost_payer: 'employer', cost_amount: 300, cost_currency: 'USD' }],
  worker_pays: 'no',
  repaid: 'no',
  grievance_channels: ['phone'],
  grievance_languages: ['ne'],
  complaints_12: 0,
  open_cases: 'no',
  in_media: 'no',
  capacity_level: 'level_3',
  capacity_on: '2025-11-01',
  scope_entities: ['Himal Workforce'],
  scope_offices: ['Kathmandu (head office)'],
  scope_corridors: [{ scope_origin: 'NP', scope_destination: 'QA' }],
  scope_sectors: ['F'],
  audit_language: 'en',
  declared_truth: true,
  declared_no_fees: true,
  declared_audit_consent: true,
  declared_contact_consent: true,
  declared_publication: true,
  declared_conflicts: true,
  declared_data_protection: true,
  signed_by: 'Mina Rai',
  signed_position: 'Director',
};

export const scan = {
  key: 'scan',
  filename: 'licence.pdf',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: 'a'.repeat(64),
};

export const password = 'a long enough password';

/** A recruiter whose person can sign in, with everything filled in and nothing sent. */
export async function aFilledDraft(db: Kysely<Database>, agency: string, email: string, at = now) {
  const kind = 'recruiter';
  const organisationId = await foundOrganisation({ db, now: at }, { kind, name: agency, country: 'NP' });
  const accountId = await addPerson(
    { db, now: at },
    { organisationId, kind, role: kind, name: 'Mina Rai', email, password },
  );
  const owner: Recruiter = { kind, accountId, organisationId };
  return { owner, id: await fill(db, owner, at) };
}

const middling = { policies: 2, communication: 2, skills: 2, monitoring: 2, improvement: 2 } as const;

/** A whole self-assessment of somebody's agency, completed; once. */
export async function assessed(scope: Scope<Recruiter>) {
  const begun = await startSelfAssessment(scope, { from: 'blank' });
  if (!begun.ok) return;
  const codes = await scope.db.selectFrom('indicator').select('code').distinct().execute();
  const attempt = String(begun.value.attempt);
  const indicators = codes.map(({ code }) => ({
    code,
    revision: 0,
    seen: unanswered,
    answer: { ...unanswered, scores: middling },
  }));
  done(await scoreIndicators(scope, attempt, { indicators }));
  done(await completeSelfAssessment(scope, attempt));
}

/** Begins an application for somebody and fills it. */
export async function fill(db: Kysely<Database>, owner: Recruiter, at = now) {
  const scope = { db, actor: owner, now: at };
  const { id } = done(await startApplication(scope));
  done(await saveAnswers(scope, id, { answers, seen: {} }));
  await assessed(scope);
  done(await attachLicence(scope, id, { ...scan, key: id }));
  return id;
}

/** The scheme with an officer, and a recruiter with a filled draft. */
export async function anApplicant(db: Kysely<Database>) {
  await publishSchemeVersion({ db, now }, interimVersion);
  const place = async (kind: 'scheme' | 'recruiter' | 'audit_body', name: string) => ({
    kind,
    id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }),
  });
  const [scheme, agency, other, body] = [
    await place('scheme', 'The scheme'),
    await place('recruiter', 'Himal Workforce'),
    await place('recruiter', 'Sunrise Overseas'),
    await place('audit_body', 'Meridian Audit'),
  ];
  const officer = await aPerson(db, scheme, 'officer', 'Paolo Ferri');
  await approved(db, body.id, officer);
  const colleague = await aPerson(db, scheme, 'officer', 'Ines Costa');
  const decider = await aPerson(db, scheme, 'decider', 'Hana Sato');
  const recruiter = await aPerson(db, agency, 'recruiter', 'Mina Rai');
  const stranger = await aPerson(db, other, 'recruiter', 'Sita Lama');
  const id = await fill(db, recruiter);
  return {
    id,
    officer: { db, now, actor: officer },
    colleague: { db, now, actor: colleague },
    decider: { db, now, actor: decider },
    recruiter: { db, now, actor: recruiter },
    stranger: { db, now, actor: stranger },
    body,
  };
}
export type Applicant = Awaited<ReturnType<typeof anApplicant>>;

/** Sent, its fee asked for. */
export async function sent({ id, recruiter }: Applicant, work: () => Promise<void>) {
  done(await submitApplication(recruiter, id));
  await work();
}

export const noTies = { conflicted: false, reason: 'No work, kinship or money ties.' };

/** Its fee paid: an officer who declared to have no ties may open and decide it. */
export async function inReview(given: Applicant, work: () => Promise<void>) {
  await sent(given, work);
  const { db } = given.officer;
  const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
  done(await recordBankTransfer(given.officer, id, payment));
  await work();
  done(await declareReviewer(given.officer, given.id, noTies));
}
const payment = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Transfer 1' };
