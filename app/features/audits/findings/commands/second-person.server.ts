import type { Transaction } from 'kysely';

import type { Auditor, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isApprovedReviewer } from '../../team/ties/queries.server.ts';
import type { Finding } from '../model.ts';

/** Of the team they audit, approved for it on every day; a reviewer is approved as one. The database asks the same. */
export const mayAnswerGrade = async (
  trx: Transaction<Database>,
  { actor: { kind, accountId }, now }: Pick<Scope<Auditor | Reviewer>, 'actor' | 'now'>,
  { auditBodyId, team }: Pick<Finding, 'auditBodyId' | 'team'>,
) =>
  (kind === 'auditor' && team.some((member) => member.accountId === accountId)) ||
  (await isApprovedReviewer(trx, { accountId, bodyId: auditBodyId }, now));
