import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { decisionMade } from '#emails/audits/decision-made.tsx';

const appeal = z.object({ clocks: z.object({ appealDays: z.number() }) });

async function findDecision(db: Kysely<Database>, { subject }: Fact) {
  const row = await db
    .selectFrom('certification_decision')
    .innerJoin('application', 'application.id', 'certification_decision.application_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['certification_decision.organisation_id as organisationId', 'reasons', 'terms'])
    .where('certification_decision.id', '=', subject)
    .executeTakeFirst();
  return row && { ...row, appealDays: appeal.parse(row.terms).clocks.appealDays };
}

export const mailDecision = (means: Means) =>
  mailPeople<'decision.made'>(means, {
    to: async (db, fact) => {
      const decision = await findDecision(db, fact);
      return decision ? peopleWith(db, ['recruiter'], decision.organisationId) : [];
    },
    write: async (fact) => {
      const decision = await findDecision(means.db, fact);
      if (!decision) return undefined;
      const appealDay = dayInWords(addDays(dayOf(fact.occurredAt), decision.appealDays));
      return decisionMade({
        outcome: fact.payload.outcome,
        reasons: [decision.reasons],
        appealDay,
        link: `${means.origin}/apply`,
      });
    },
  });
