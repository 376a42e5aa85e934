import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { findReceipt } from '#app/features/register/verifications/queries.server.ts';
import { asking } from '#app/features/register/verifications/receipts/page.server.ts';
import { receiptPaper } from '#app/features/register/verifications/receipts/paper.server.tsx';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A receipt as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const id = found(params['id']);
  const { receipt } = found(await findReceipt(asking(scope), id));
  const { content, filename } = await receiptPaper({ id, token: receipt, origin: installation() });
  return downloadBytes(content, { filename, mediaType: 'application/pdf' });
}
