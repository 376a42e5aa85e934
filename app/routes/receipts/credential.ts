import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findReceipt } from '#app/features/register/verifications/queries.server.ts';
import { asking } from '#app/features/register/verifications/receipts/page.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** The signed file itself: what proves it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const id = found(params['id']);
  const { receipt } = found(await findReceipt(asking(scope), id));
  const named = { filename: `receipt-${id}.jwt`, mediaType: 'application/vc+jwt' };
  return downloadBytes(Buffer.from(receipt), named);
}
