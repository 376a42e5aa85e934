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

type Ended = 'certificate.withdrawn' | 'certificate.superseded';

/** Withdrawn, or in the place of a newer one that has a programme of its own. */
export const dropOnEnd = <T extends Ended>({ db }: Means): Effect<T> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await dropProgramme({ db, actor, now: occurredAt }, certificateId);
  },
});
