import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { bundleOf } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { found } from '#app/platform/http.server.ts';

/** The whole of an audit's fieldwork as JSON, for a device of somebody on its team. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return Response.json(await bundleOf(scope, audit));
}
