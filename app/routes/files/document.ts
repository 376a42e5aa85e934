import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { openDocument } from '#app/features/documents/commands.server.ts';
import { findDocument } from '#app/features/documents/queries.server.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found } from '#app/platform/http.server.ts';

/** A version of a document, to those who may read it; its page says why when the file may not be had. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter', 'officer', 'auditor', 'reviewer', 'decider');
  const { id } = found(await findDocument(scope, found(params['id'])));
  const version = /^\d{1,6}$/.exec(found(params['version']))?.[0];
  const opened = await openDocument(scope, id, Number(found(version)));
  if (opened.ok) return handOver(theStorage(), opened.value);
  return opened.refusal === 'not_found' ? found<Response>(undefined) : redirect(`/documents/${id}`);
}
