import { startApplication, submitApplication } from '#app/features/applications/commands.server.ts';
import { sections as allSections } from '#app/features/applications/model.ts';
import {
  assignReview,
  checkSection,
  declareReviewer,
} from '#app/features/applications/review/commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { acceptApplication, engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { attachLicence } from '#app/features/documents/commands.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Answers } from '#app/questionnaire/definition.ts';

import type { Recruiter } from './cast.ts';
import { aPage } from './evidence.ts';
import { actorOf, done, scopeOf, type Story } from './stage.ts';

/** From the first click to the engagement of an audit body, or to where the part ends. */
export async function apply(story: Story, until: 'draft' | 'under_review' | 'accepted') {
  const { recruiter } = story;
  const owner = actorOf(story, recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  const { id } = await done(startApplication(scopeOf(story, owner, 0)), 'begin');
  const whole = answersOf(recruiter, dayOf(story.today));
  const parts = until === 'draft' ? whole.slice(0, 3) : whole;
  for (const [index, answers] of parts.entries()) {
    const scope = scopeOf(story, owner, 0.1 + index / 20);
    await done(saveAnswers(scope, id, { answers, seen: {} }), `save part ${index + 1}`);
  }
  if (until === 'draft') return id;

  await done(attachLicence(scopeOf(story, owner, 1), id, await scan(recruiter)), 'attach');
  await done(submitApplication(scopeOf(story, owner, 1), id), 'submit');
  await story.settle();
  const invoice = await story.db
    .selectFrom('invoice')
    .select(['id', 'amount_minor'])
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const payment = {
    receivedOn: dayOf(story.at(4)),
    amount: invoice.amount_minor,
    reference: `Transfer ${id.slice(0, 8)}`,
  };
  await done(recordBankTransfer(scopeOf(story, officer, 4), invoice.id, payment), 'pay');
  await story.settle();
  if (until === 'under_review') return id;

  await review(story, id, officer);
  const reasons =
    'Licence confirmed with the authority; owners and sub-agents disclosed; capacity building completed.';
  await done(acceptApplication(scopeOf(story, officer, 13), id, { reasons }), 'accept');
  await story.settle();
  if (story.recruiter.part === 'applicant') return id;
  const body = actorOf(
    story,
    `auditor@${story.recruiter.body === 'meridian' ? 'meridian-audit' : 'compass-assurance'}.example`,
    'auditor',
  );
  await done(engageAuditBody(scopeOf(story, owner, 25), id, { auditBodyId: body.organisationId }), 'engage');
  await story.settle();
  return id;
}

type Reviewing = ReturnType<typeof actorOf<'officer'>>;

/** The officer declares to have no ties, takes the review and finds every section in order. */
async function review(story: Story, id: string, officer: Reviewing) {
  const reason =
    'No work, kinship or money ties to the agency or its owners, and no advice given to it, in two years.';
  await done(declareReviewer(scopeOf(story, officer, 6), id, { conflicted: false, reason }), 'declare');
  await done(assignReview(scopeOf(story, officer, 6), id, { accountId: officer.accountId }), 'take');
  for (const section of allSections) {
    const line = { section, state: 'in_order' as const, note: '', version: 1 };
    await done(checkSection(scopeOf(story, officer, 12), id, line), `check ${section}`);
  }
}

/** Answers as the forms would have let them through, section by section. */
function answersOf(recruiter: Recruiter, today: string): Answers[] {
  return [
    ...whoAnswers(recruiter, today),
    ...workAnswers(recruiter),
    { capacity_level: 'level_3', capacity_on: addDays(today, -recruiter.begunDaysAgo - 60) },
    scopeAnswers(recruiter),
    signedAnswers(recruiter),
  ];
}

const serialOf = ({ agency }: Recruiter) => agency.name.length * 37;

function whoAnswers(recruiter: Recruiter, today: string): Answers[] {
  const { agency, city, localAuthority } = recruiter;
  const [owner] = agency.staff;
  const serial = serialOf(recruiter);
  const person = owner?.name ?? '';
  return [
    {
      legal_name: agency.name,
      legal_name_local: agency.nameLocal ?? null,
      trading_names: [agency.name.split(' ').slice(0, 2).join(' ')],
      company_number: `C-${serial}`,
      address: `1 Station Road, ${city}`,
      country: agency.country,
      website: `https://${owner?.email.split('@')[1] ?? 'agency.example'}`,
      contact_name: person,
    },
    {
      owners: [{ owner_name: person, owner_country: agency.country, owner_kind: 'both', owner_share: 100 }],
      directors: [
        { director_name: person, director_country: agency.country, director_role: 'Managing director' },
      ],
      official_ties: 'no',
    },
    {
      licences: [
        {
          licence_authority: localAuthority,
          licence_country: agency.country,
          licence_number: `${serial}/064/65`,
          licence_valid_until: addDays(today, 430),
        },
      ],
      sanctioned: 'no',
    },
  ];
}

function workAnswers(recruiter: Recruiter): Answers[] {
  const { city, corridors } = recruiter;
  return [
    {
      staff_by_office: [{ staff_office: `${city} (head office)`, staff_count: 24 }],
      years_active: 11,
      job_types: ['Mason', 'Steel fixer', 'Kitchen help'],
      outsourced: ['medical', 'travel'],
      working_languages: ['ne', 'hi', 'en'],
    },
    {
      volumes: corridors.map((corridor, index) => ({
        volume_origin: corridor.slice(0, 2),
        volume_destination: corridor.slice(3),
        women_12: 40 + index * 23,
        men_12: 120 + index * 61,
      })),
      in_pipeline: 35,
    },
    {
      uses_agents: 'yes',
      agents_paid: 'A fixed sum for each worker who departs, paid by us after the employer has paid us.',
      uses_partners: 'no',
      uses_others: 'yes',
      employers_served: 6,
    },
    {
      costs: ['FEE_SERVICE', 'COST_MEDICAL', 'COST_TRAVEL_LODGING', 'COST_ADMIN'].map((category, index) => ({
        cost_category: category,
        cost_payer: 'employer',
        cost_amount: 300 - index * 45,
        cost_currency: 'USD',
      })),
      worker_pays: 'no',
      repaid: 'no',
    },
    {
      policies: ['ethical', 'no_fees', 'forced_labour', 'grievance', 'data'],
      grievance_channels: ['phone', 'chat', 'anonymous'],
      grievance_languages: ['ne', 'hi'],
      complaints_12: 7,
    },
    { open_cases: 'no', in_media: 'no' },
  ];
}

const scopeAnswers = ({ agency, city, corridors, sectors }: Recruiter): Answers => ({
  scope_entities: [agency.name],
  scope_offices: [`${city} (head office)`],
  scope_corridors: corridors.map((corridor) => ({
    scope_origin: corridor.slice(0, 2),
    scope_destination: corridor.slice(3),
  })),
  scope_sectors: sectors,
  audit_language: 'en',
});

const signedAnswers = ({ agency }: Recruiter): Answers => ({
  declared_truth: true,
  declared_no_fees: true,
  declared_audit_consent: true,
  declared_contact_consent: true,
  declared_publication: true,
  declared_conflicts: true,
  declared_data_protection: true,
  signed_by: agency.staff[0]?.name ?? '',
  signed_position: 'Managing director',
});

const scan = ({ agency, localAuthority }: Recruiter) =>
  aPage(`Demonstration: licence of ${agency.name}, ${localAuthority}`, 'licence.pdf');
