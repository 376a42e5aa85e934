import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { daysTold } from '#db/days-told.ts';

import type * as rules from '../rules.ts';
import { changeByFact } from './commands.server.ts';
import { restsOn } from './rules.ts';

/** Whom a fact concerns: of its records the organisation that holds a certificate. */
async function holderOf(db: Kysely<Database>, related: string[]) {
  if (related.length === 0) return [];
  const rows = await db
    .selectFrom('certificate')
    .select('organisation_id')
    .distinct()
    .where('organisation_id', 'in', related)
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

type Demand<T extends EventType> = (fact: Fact<T>) => rules.Fact | undefined;

const change = <T extends EventType>({ db }: Means, demanded: Demand<T>): Effect<T> => ({
  targets: async (from, fact) => (demanded(fact) ? holderOf(from, fact.related) : []),
  async run(fact, organisationId) {
    const demand = demanded(fact);
    if (!demand) return;
    await changeByFact(
      { db },
      { organisationId, factId: fact.id, occurredAt: fact.occurredAt, fact: demand },
    );
  },
});

const graded = (grade: string) =>
  grade === 'critical' || grade === 'major' ? ({ cause: 'finding', grade } as const) : undefined;

export const onFindingIssued = (means: Means) =>
  change<'finding.issued'>(means, ({ payload }) => graded(payload.grade));

export const onFindingRegraded = (means: Means) =>
  change<'finding.regraded'>(means, ({ payload }) => graded(payload.to));

export const onFindingEscalated = (means: Means) =>
  change<'finding.escalated'>(means, ({ payload: { to } }) => {
    if (to === 'suspension' || to === 'withdrawal') return { cause: 'finding', escalatedTo: to };
    return to === 'major' ? { cause: 'finding', grade: 'major' } : undefined;
  });

export const onAuditRefused = (means: Means) =>
  change<'audit.refused_by_auditee'>(means, () => ({ cause: 'audit' }));

/** Broken off for safety is nobody's refusal: people decide what follows. */
export const onAuditAborted = (means: Means) =>
  change<'audit.aborted'>(means, ({ payload }) =>
    payload.reason === 'safety' ? undefined : { cause: 'audit' },
  );

type Sanction = 'licence.suspended' | 'licence.revoked';

/** Only a licence that somebody confirmed, and that the certificate's scope needs, takes the certificate with it. */
export const onLicenceSanctioned = <T extends Sanction>(means: Means): Effect<T> => {
  const lost = change<T>(means, () => ({ cause: 'licence' }));
  return {
    targets: async (db, fact) => ((await isNeeded(db, fact.subject)) ? lost.targets(db, fact) : []),
    run: (fact, target) => lost.run(fact, target),
  };
};

/** A special audit on a severe complaint begins, or its days are told: from now on the watch tells the recruiter nothing new. */
export const onSpecialTold = <T extends 'audit.started' | 'audit.notified'>(means: Means): Effect<T> => {
  const told = change<T>(means, () => ({ cause: 'complaint' }));
  return {
    targets: async (db, fact) => ((await isTold(db, fact.subject)) ? told.targets(db, fact) : []),
    run: (fact, target) => told.run(fact, target),
  };
};

/** Whether a complaint is looked into by this audit, and its recruiter knows its days. */
async function isTold(db: Kysely<Database>, auditId: string) {
  const told = await db
    .selectFrom('audit')
    .innerJoin('audit_programme_entry as entry', 'entry.audit_id', 'audit.id')
    .innerJoin('complaint_audit', 'complaint_audit.entry_id', 'entry.id')
    .select('audit.id')
    .where('audit.id', '=', auditId)
    .where(daysTold)
    .executeTakeFirst();
  return told !== undefined;
}

/** A complaint that an audit looks into of which the recruiter knew already: what told it is what the watch rests on. */
export const watchForComplaint = ({ db }: Means): Effect<'complaint.substantiated'> => ({
  targets: (_db, { subject, payload }) => Promise.resolve(payload.severe ? [subject] : []),
  async run(_fact, complaintId) {
    const told = await db
      .selectFrom('complaint_audit')
      .innerJoin('audit_programme_entry as entry', 'entry.id', 'complaint_audit.entry_id')
      .innerJoin('audit', 'audit.id', 'entry.audit_id')
      .innerJoin('event', 'event.subject', 'audit.id')
      .select(['event.id as factId', 'event.occurred_at as occurredAt'])
      .select('audit.organisation_id as organisationId')
      .where('complaint_audit.complaint_id', '=', complaintId)
      .where('event.type', 'in', ['audit.started', 'audit.notified'])
      .where(daysTold)
      .orderBy('event.occurred_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (told) await changeByFact({ db }, { ...told, fact: { cause: 'complaint' } });
  },
});

async function isNeeded(db: Kysely<Database>, licenceId: string) {
  const licence = await db
    .selectFrom('licence')
    .innerJoin('organisation', 'organisation.id', 'licence.organisation_id')
    .innerJoin('certificate', 'certificate.organisation_id', 'licence.organisation_id')
    .select(['licence.country', 'organisation.country as homeCountry', 'certificate.corridors'])
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('licence_status')
          .select('licence_id')
          .whereRef('licence_status.licence_id', '=', 'licence.id')
          .where('licence_status.action', '=', 'confirmed'),
      ).as('confirmed'),
    )
    .where('licence.id', '=', licenceId)
    // What is suspended for less is suspended for this.
    .where('certificate.status', 'in', ['active', 'active_under_watch', 'suspended'])
    .executeTakeFirst();
  return (
    licence !== undefined &&
    restsOn({ confirmedBefore: Boolean(licence.confirmed), country: licence.country }, licence)
  );
}
