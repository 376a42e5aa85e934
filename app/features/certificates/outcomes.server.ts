import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { issueCertificate, type Granted } from './issue.server.ts';

/** What the panel granted: a first certificate, or a change of one that stands. */
export type Warrant = { kind: 'initial' } & Granted;

/** Does what was granted, in the decision's own transaction. */
export const carryOut = (trx: Transaction<Database>, { kind: _, ...granted }: Warrant) =>
  issueCertificate(trx, granted);
