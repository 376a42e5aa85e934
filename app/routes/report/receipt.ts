import type { ActionFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { visited } from '#app/features/workers/complaints/code/visit.server.ts';
import { complaintReceipt } from '#app/features/workers/complaints/log/queries.server.ts';
import { formOf } from '#app/platform/form.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';

/** The signed receipt of a complaint, a file of a few hundred letters under a name that says nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const form = await formOf(request);
  const by = { signing: theSigning(), origin: installation() };
  const visit = form.get('visit');
  const complaintId = found(typeof visit === 'string' ? await visited(visit, now) : undefined);
  const receipt = found(await complaintReceipt({ db }, complaintId, by));
  return downloadBytes(Buffer.from(receipt), { filename: 'receipt.jwt', mediaType: 'application/vc+jwt' });
}
