import {
  saveSection,
  startApplication,
  submitApplication,
} from '#app/features/applications/commands.server.ts';
import { declarationCodes, type Section } from '#app/features/applications/model.ts';
import { acceptApplication, engageAuditBody } from '#app/features/applications/review-commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { attachLicence } from '#app/features/documents/commands.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';

import type { Recruiter } from './cast.ts';
import { aPage } from './evidence.ts';
import { actorOf, done, scopeOf, type Story } from './stage.ts';

/** From the first click to the engagement of an audit body, or to where the part ends. */
export async function apply(story: Story, until: 'draft' | 'under_review' | 'accepted') {
  const { recruiter } = story;
  const owner = actorOf(story, recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  const { id } = await done(startApplication(scopeOf(story, owner, 0)), 'begin');
  const whole = Object.entries(answersOf(recruiter, dayOf(story.today)));
  const sections = until === 'draft' ? whole.slice(0, 2) : whole;
  for (const [index, [section, answers]] of sections.entries()) {
    await done(
      saveSection(scopeOf(story, owner, 0.1 + index / 10), id, {
        section: sectionOf(section),
        answers,
        revision: 0,
      }),
      `save ${section}`,
    );
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

const sections: Record<string, Section> = {
  agency: 'agency',
  licences: 'licences',
  corridors: 'corridors',
  volumes: 'volumes',
  agents: 'agents',
  declarations: 'declarations',
};

function sectionOf(name: string): Section {
  const section = sections[name];
  if (!section) throw new Error(`${name} is no section`);
  return section;
}

/** Answers as the forms would have let them through. */
function answersOf(
  { agency, city, localAuthority, corridors, sectors: work }: Recruiter,
  today: string,
): Record<Section, Record<string, unknown>> {
  const [owner] = agency.staff;
  const serial = agency.name.length * 37;
  return {
    agency: {
      legalName: agency.name,
      legalNameLocal: agency.nameLocal,
      tradingNames: [agency.name.split(' ').slice(0, 2).join(' ')],
      companyNumber: `C-${serial}`,
      address: `1 Station Road, ${city}`,
      country: agency.country,
      website: `https://${owner?.email.split('@')[1] ?? 'agency.example'}`,
      contactName: owner?.name ?? '',
    },
    licences: {
      licences: [
        {
          authority: localAuthority,
          jurisdiction: agency.country,
          number: `${serial}/064/65`,
          validUntil: addDays(today, 430),
        },
      ],
    },
    corridors: {
      corridors: corridors.map((corridor) => ({
        origin: corridor.slice(0, 2),
        destination: corridor.slice(3),
      })),
      sectors: work,
      offices: [`${city} (head office)`],
    },
    volumes: {
      volumes: corridors.map((corridor, index) => ({
        corridor,
        women: 40 + index * 23,
        men: 120 + index * 61,
      })),
    },
    agents: {
      usesAgents: true,
      agents: [
        { name: 'District liaison', place: `Near ${city}`, kind: 'registered', licenceNumber: `S-${serial}` },
      ],
    },
    declarations: {
      ...Object.fromEntries(declarationCodes.map((code) => [code, true])),
      signedBy: owner?.name ?? '',
      position: 'Managing director',
    },
  };
}

const scan = ({ agency, localAuthority }: Recruiter) =>
  aPage(`Demonstration: licence of ${agency.name}, ${localAuthority}`, 'licence.pdf');
