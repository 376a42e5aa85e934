import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { bankAccount } from '#app/features/billing/papers/account.server.ts';
import { invoicePaper } from '#app/features/billing/papers/papers.server.tsx';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** An invoice as a PDF, to its recruiter and the scheme. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter', 'officer');
  const { content, filename } = found(await invoicePaper(scope, found(params['id']), bankAccount()));
  return downloadBytes(content, { filename, mediaType: 'application/pdf' });
}
