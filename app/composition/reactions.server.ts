import type { Means, Reaction } from '#app/events/reaction.ts';

/** Every effect of every event, on one page. Names are stored in rows: never rename one in place. */
export const reactions = (_means: Means): Reaction[] => [];
