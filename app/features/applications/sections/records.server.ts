import type { Kysely } from 'kysely';

import { countryName } from '#app/platform/places.ts';
import type { Copy, CopyLine } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

/** Records of the applicant that are sent along: whom it works with, and how it sees itself. */
export type Records = {
  partners: { kind: string; name: string; place: string; country: string; number: string | null }[];
  selfAssessment: { attempt: number; completedAt: Date } | undefined;
};

const most = 5000;

/** As they stand now; other rooms keep them, and every application is sent with what they say on that day. */
export async function recordsOf(db: Kysely<Database>, organisationId: string): Promise<Records> {
  const partners = await db
    .selectFrom('partner')
    .select(['kind', 'name', 'place', 'country', 'registration_number as number'])
    .where('organisation_id', '=', organisationId)
    .where('ended_on', 'is', null)
    .orderBy('kind')
    .orderBy('latin')
    .limit(most)
    .execute();
  const [latest] = await db
    .selectFrom('self_assessment')
    .select(['attempt', 'completed_at as completedAt'])
    .where('organisation_id', '=', organisationId)
    .where('completed_at', 'is not', null)
    .orderBy('attempt', 'desc')
    .limit(1)
    .execute();
  return {
    partners,
    selfAssessment: latest?.completedAt
      ? { attempt: latest.attempt, completedAt: latest.completedAt }
      : undefined,
  };
}

const kindNames: Record<string, string> = {
  sub_agent: 'Sub-agent',
  partner_agency: 'Partner agency',
  clinic: 'Clinic',
  trainer: 'Trainer',
  transporter: 'Transporter',
  lender: 'Lender',
  employer: 'Employer',
};

/** The copy of an application with the records that are sent along, each under its section. */
export function withRecords(copy: Copy, { partners, selfAssessment }: Records): Copy {
  const lines: Record<string, CopyLine[]> = {
    network: partners.map(({ kind, name, place, country, number }) => ({
      question: kindNames[kind] ?? kind,
      answer: [name, place, countryName(country), number && `no. ${number}`].filter(Boolean).join(', '),
    })),
    readiness: selfAssessment
      ? [
          {
            question: 'Self-assessment',
            answer: `Attempt ${selfAssessment.attempt}, completed on ${selfAssessment.completedAt.toISOString().slice(0, 10)}`,
          },
        ]
      : [],
  };
  return copy.map((section) => ({
    ...section,
    answers: [...section.answers, ...(lines[section.section] ?? [])],
  }));
}
