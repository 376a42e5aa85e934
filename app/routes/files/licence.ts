import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findDocument } from '#app/features/applications/sections/queries.server.ts';
import { download, found } from '#app/platform/http.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';

/** A licence scan, to those who may read its application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter', 'officer', 'auditor', 'reviewer', 'decider');
  const file = found(await findDocument(scope, found(params['id'])));
  return download(theStorage().read(file.key), file);
}
