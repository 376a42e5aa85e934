import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPresent, markPresence } from '#app/features/audits/fieldwork/presence/queries.server.ts';
import { newsOf } from '#app/features/audits/fieldwork/presence/rules.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { found } from '#app/platform/http.server.ts';

/** For a page of the workspace that stays open: it is still at this indicator, and where are the others? */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const code = new URL(request.url).searchParams.get('code');
  if (code !== null) {
    const indicator = found(await findIndicator(scope, audit, code));
    await markPresence(scope, audit, indicator.code);
  }
  return Response.json(newsOf(await listPresent(scope, audit.id)));
}
