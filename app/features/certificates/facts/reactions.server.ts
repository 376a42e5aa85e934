import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';

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
