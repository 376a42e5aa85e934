import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { clipRoles } from '#app/features/workers/clips/policy.ts';
import { findFile } from '#app/features/workers/clips/queries.server.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found } from '#app/platform/http.server.ts';

/** A recording as it was sent, of today or before, for those who keep them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  return handOver(theStorage(), found(await findFile(scope.db, found(params['id']))));
}
