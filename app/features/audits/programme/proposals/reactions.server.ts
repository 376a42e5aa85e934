import type { Effect, Means } from '#app/events/reaction.ts';

import { proposeAudit } from './commands.server.ts';

/** A sanction on a licence proposes a special audit of each certificate its holder has. */
export const proposeOnSanction = <T extends 'licence.suspended' | 'licence.revoked'>({
  db,
}: Means): Effect<T> => ({
  async targets(from, { related: [recruiter] }) {
    if (!recruiter) return [];
    const rows = await from
      .selectFrom('certificate')
      .select('id')
      .where('organisation_id', '=', recruiter)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ subject, occurredAt }, certificateId) {
    await proposeAudit({ db, now: occurredAt }, { certificateId, licenceId: subject });
  },
});
