import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { decisionMade } from '#emails/decisions/decision-made.tsx';
import { readyForDecision } from '#emails/decisions/ready-for-decision.tsx';

import { dropEnded, dropMatters } from './commands/drop-matter.server.ts';
import { openForAudit, openInitial } from './commands/open-matter.server.ts';
import { findMatter } from './matters.server.ts';
import { matterKinds } from './model.ts';

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

/** Audits of certificates; of those before a first one the application tells when its package is complete. */
export const openAfterAudit = ({ db }: Means): Effect<'audit.ready_for_decision'> => ({
  async targets(from, { subject }) {
    const audit = await from
      .selectFrom('audit')
      .select('id')
      .where('id', '=', subject)
      .where('certificate_id', 'is not', null)
      .executeTakeFirst();
    return audit ? [audit.id] : [];
  },
  async run({ occurredAt }, auditId) {
    await openForAudit({ db, now: occurredAt }, auditId);
  },
});

type Changed =
  | 'certificate.withdrawn'
  | 'certificate.superseded'
  | 'certificate.transferred'
  | 'certificate.reinstated'
  | 'certificate.expired';

/** The certificate changed: what is asked of it may have lost its object. */
export const dropAfterChange = <T extends Changed>({ db }: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('decision_matter')
      .select('id')
      .where('certificate_id', '=', subject)
      .where('state', '=', 'open')
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, matterId) {
    await dropEnded({ db, now: occurredAt }, matterId);
  },
});

const person = z.object({ id: z.string() });

/** Members of the panel whom nothing bars from the vote; the others need not know that there is something to decide. */
async function freeMembers(db: Kysely<Database>, { subject, occurredAt }: Fact) {
  const { rows } = await sql`
    select distinct m.account_id as id from membership m
    where m.role = 'decider' and bar_to_vote(${subject}::uuid, m.account_id, ${occurredAt}) is null`.execute(
    db,
  );
  return rows.map((row) => person.parse(row).id);
}

export const mailPanel = (means: Means) =>
  mailPeople<'decision.matter_opened'>(means, {
    to: freeMembers,
    write: async ({ subject, payload }) => {
      const matter = await findMatter(means.db, subject);
      if (!matter) return undefined;
      return readyForDecision({
        kind: matter.kind,
        recruiter: matter.recruiter,
        again: payload.again === true,
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
    .innerJoin('decision_matter', 'decision_matter.id', 'certification_decision.matter_id')
    .leftJoin('certificate', 'certificate.id', 'decision_matter.certificate_id')
    .select(['certification_decision.organisation_id as organisationId', 'reasons', 'terms'])
    .select(['certification_decision.kind', 'certificate.valid_until as validUntil', 'certificate.number'])
    .where('certification_decision.id', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const conditions = await db
    .selectFrom('decision_condition')
    .select(['text', 'due_on as dueOn', 'owner'])
    .where('decision_id', '=', subject)
    .orderBy('due_on')
    .execute();
  return {
    ...row,
    kind: z.enum(matterKinds).parse(row.kind),
    conditions,
    appealDays: termsOf(row.terms).clocks.appealDays,
  };
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
      const { kind, validUntil, number } = decision;
      return decisionMade({
        kind,
        certificate: number && validUntil ? { number, lastDay: dayInWords(validUntil) } : undefined,
        outcome: fact.payload.outcome,
        reasons: decision.reasons.split('\n\n'),
        conditions: decision.conditions.map(
          ({ text, dueOn, owner }) => `${text} By ${dayInWords(dueOn)}, by ${owner}.`,
        ),
        appealDay,
        link: `${means.origin}${kind === 'initial' || kind === 'abandoned_audit' ? '/apply' : '/certificate'}`,
      });
    },
  });
