import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAs } from '#app/features/register/verifications/lists/export.server.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { chosenIn, found, streamed } from '#app/platform/http.server.ts';

/** A list that was checked, with what was chosen in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findList(scope, found(params['id'])));
  found(list.verificationId);
  const kind = chosenIn(request, 'as', ['xlsx', 'csv']);
  return streamed(listAs(kind, scope.db, list), { filename: `checked-list.${kind}`, kind });
}
