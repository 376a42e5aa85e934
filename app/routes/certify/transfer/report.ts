import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findTransfer } from '#app/features/certificates/transfer/queries.server.ts';
import { openReport } from '#app/features/certificates/transfer/review.server.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found } from '#app/platform/http.server.ts';

/** A final report of the holder, for whoever reviews its transfer; the page says why when it may not be had. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findTransfer(scope, found(params['id']))).transfer;
  const opened = await openReport(scope, id, found(params['auditId']));
  if (opened.ok) return handOver(theStorage(), opened.value);
  return opened.refusal === 'not_found' ? found<Response>(undefined) : redirect(`/transfers/${id}`);
}
