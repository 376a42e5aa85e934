import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as papers from '#app/features/mapping/papers/reactions.server.ts';

/** What follows where a company keeps a file about its supply chain. */
export const ofMappingPapers = (means: Means): Reaction[] => [
  on('mapping_paper.kept', 'scan-file', papers.scanKept(means)),
];
