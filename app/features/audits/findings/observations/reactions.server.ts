import type { Effect, Means } from '#app/events/reaction.ts';

import { closeRaisedObservation } from './commands.server.ts';

const actor = { kind: 'system' } as const;

/** A finding is told: the observation it was before closes. */
export const closeObservation = ({ db }: Means): Effect<'finding.issued'> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('observation_look')
      .select('finding_id as id')
      .where('raised_id', '=', subject)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, findingId) {
    await closeRaisedObservation({ db, actor, now: occurredAt }, findingId);
  },
});
