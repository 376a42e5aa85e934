import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findLog, logYears } from '#app/features/workers/complaints/log/queries.server.ts';
import { found } from '#app/platform/http.server.ts';

const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=3600',
  'Content-Type': 'application/json; charset=utf-8',
};

/** One year of the public log of complaints, for whoever checks a receipt; without a year the one that runs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const asked = new URL(request.url).searchParams.get('year') ?? String(scope.now.getUTCFullYear());
  const year = Number(found(/^2\d{3}$/.exec(asked)?.[0]));
  const [log, years] = await Promise.all([findLog(scope, year), logYears(scope)]);
  return new Response(JSON.stringify({ ...log, years }), { headers });
}
