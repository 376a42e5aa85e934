import type { Params } from '@remix-run/react';

import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { findAuditor } from '#app/features/bodies/auditors/queries.server.ts';
import { found } from '#app/platform/http.server.ts';

/** An auditor under the address of their body; none for whoever may not read of that body. */
export async function auditorOfBody(scope: Parameters<typeof findBody>[0], params: Params) {
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = await findAuditor(scope.db, body.id, found(params['accountId']));
  return auditor && { bodyId: body.id, auditor, who: { bodyId: body.id, accountId: auditor.id } };
}
