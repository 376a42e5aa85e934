import type { Effect, Means } from '#app/events/reaction.ts';

import { issueApplicationFee } from './commands.server.ts';

/** Sending an application asks for its fee; sending it again after a deferral does not. */
export const issueFee = ({ db }: Means): Effect<'application.submitted'> => ({
  targets: (_from, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, applicationId) {
    await issueApplicationFee({ db, now: occurredAt }, applicationId);
  },
});
