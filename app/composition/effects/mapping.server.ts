import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as mapping from '#app/features/mapping/reactions.server.ts';

/** What follows in the mapping of supply chains. */
export const ofMapping = (means: Means): Reaction[] => [
  on('mapping.invited', 'mail-respondent', mapping.mailInvited(means)),
  on('mapping.reminded', 'mail-respondent', mapping.mailReminded(means)),
  on('mapping.handed', 'mail-colleague', mapping.mailHanded(means)),
];
