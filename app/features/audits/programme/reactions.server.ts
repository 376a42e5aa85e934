import type { Effect, Means } from '#app/events/reaction.ts';

import { dropProgramme, setProgramme } from './commands.server.ts';

const actor = { kind: 'system' } as const;

/** Repeated after a crash it finds the programme set and leaves it. */
export const setOnIssue = ({ db }: Means): Effect<'certificate.issued'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await setProgramme({ db, actor, now: occurredAt }, certificateId);
  },
});

export const dropOnWithdrawal = ({ db }: Means): Effect<'certificate.withdrawn'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await dropProgramme({ db, actor, now: occurredAt }, certificateId);
  },
});
