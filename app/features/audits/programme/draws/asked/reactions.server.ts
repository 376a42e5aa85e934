import type { Effect, Means } from '#app/events/reaction.ts';

import { drawAsked } from './commands.server.ts';
import { findRequest } from './queries.server.ts';

/** Makes the draw, or answers why there is none. */
export const drawOnRequest = ({ db }: Means): Effect<'audit.draw_asked'> => ({
  targets: (_from, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, id) {
    const request = await findRequest(db, id);
    if (!request) return;
    const { officer, ...asked } = request;
    await drawAsked({ db, now: occurredAt, officer }, asked);
  },
});
