import type { Kysely } from 'kysely';

import type { Company } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listNames } from './world-lists.ts';
import { mappingActionNames } from './world-mapping-actions.ts';
import { mappingNames } from './world-mapping.ts';
import { voiceNames } from './world-voice.ts';
import { watchingNames } from './world-watching.ts';

/** What a company has of its own. */
export const companyNames = async (db: Kysely<Database>, company: Company, storageUrl: string) => ({
  ...(await watchingNames(db, company)),
  ...(await voiceNames(db, company)),
  ...(await listNames(db, company)),
  ...(await mappingNames(db, company)),
  ...(await mappingActionNames(db, company, storageUrl)),
});
