import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { decisionMade } from '#emails/audits/decision-made.tsx';
import { readyForDecision } from '#emails/audits/ready-for-decision.tsx';

import { dropMatters, openInitial } from './commands/open-matter.server.ts';
import { findMatter } from './matters.server.ts';

const onApplication = <T extends EventType>(
  take: (fact: Fact<T>, applicationId: string) => Promise<unknown>,
): Effect<T> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run(fact, id) {
    await take(fact, id);
  },
});

export const openMatter = ({ db }: Means) =>
  onApplication<'application.package_frozen'>(({ occurredAt }, id) =>
    openInitial({ db, now: occurredAt }, id),
  );

/** An appeal against a refusal that was upheld brings the application back to the panel. */
export const openAgain = ({ db }: Means) =>
  onApplication<'application.appeal_decided'>(({ occurredAt }, id) =>
    openInitial({ db, now: occurredAt }, id),
  );

export const dropWithdrawn = ({ db }: Means) =>
  onApplication<'application.withdrawn'>(({ occurredAt }, id) => dropMatters({ db, now: occurredAt }, id));

export const mailPanel = (means: Means) =>
  mailPeople<'decision.matter_opened'>(means, {
    to: (db) => peopleWith(db, ['decider']),
    write: async ({ subject, payload }) => {
      const matter = await findMatter(means.db, subject);
      if (!matter) return undefined;
      return readyForDecision({
        recruiter: matter.recruiter,
        dueDay: dayInWords(payload.dueOn),
        link: `${means.origin}/scheme/decisions/${subject}`,
      });
    },
  });

async function findDecision(db: Kysely<Database>, { subject }: Fact) {
  const row = await db
    .selectFrom('certification_decision')
    .innerJoin('application', 'application.id', 'certification_decision.application_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['certification_decision.organisation_id as organisationId', 'reasons', 'terms'])
    .where('certification_decision.id', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const conditions = await db
    .selectFrom('decision_condition')
    .select(['text', 'due_on as dueOn', 'owner'])
    .where('decision_id', '=', subject)
    .orderBy('due_on')
    .execute();
  return { ...row, conditions, appealDays: termsOf(row.terms).clocks.appealDays };
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
        reasons: decision.reasons.split('\n\n'),
        conditions: decision.conditions.map(
          ({ text, dueOn, owner }) => `${text} By ${dayInWords(dueOn)}, by ${owner}.`,
        ),
        appealDay,
        link: `${means.origin}/apply`,
      });
    },
  });
