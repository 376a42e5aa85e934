import type { Means, Reaction } from '#app/events/reaction.ts';

import { ofAccounts } from './effects/accounts.server.ts';
import { ofAudits } from './effects/audits.server.ts';
import { ofCertificates } from './effects/certificates.server.ts';
import { ofApplications } from './effects/certification.server.ts';
import { ofMappingPapers } from './effects/mapping-papers.server.ts';
import { ofMapping } from './effects/mapping.server.ts';
import { ofWatching } from './effects/watching.server.ts';
import { ofWorkers } from './effects/workers.server.ts';

/** Every effect of every event, by room in `effects`. Names are stored in rows: never rename one in place. */
export const reactions = (means: Means): Reaction[] => [
  ...ofAccounts(means),
  ...ofApplications(means),
  ...ofAudits(means),
  ...ofCertificates(means),
  ...ofMappingPapers(means),
  ...ofMapping(means),
  ...ofWatching(means),
  ...ofWorkers(means),
];
