import type { Effect, Means } from '#app/events/reaction.ts';

import { closeObservation } from './commands.server.ts';

const actor = { kind: 'system' } as const;

/** A finding is told: the observation it was before closes. */
export const closeWhatBecameMore = ({ db }: Means): Effect<'finding.issued'> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('observation_look')
      .select('finding_id as id')
      .where('raised_id', '=', subject)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, findingId) {
    await closeObservation({ db, actor, now: occurredAt }, findingId);
  },
});

/** A dispute is answered: the observation that the next audit found gone meanwhile closes. */
export const closeWhatIsGone = ({ db }: Means): Effect<'finding.dispute_answered'> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('observation_look')
      .select('finding_id as id')
      .distinct()
      .where('finding_id', '=', subject)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, findingId) {
    await closeObservation({ db, actor, now: occurredAt }, findingId);
  },
});
