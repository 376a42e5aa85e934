import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { numbersFrom, sitemapOf } from '#app/features/register/sitemap.server.ts';
import { found } from '#app/platform/http.server.ts';

const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' };

/** One file of the sitemap, from the number in its name on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'visitor');
  const first = found(/^([A-Za-z0-9]{1,60})\.xml$/.exec(params['file'] ?? '')?.[1]);
  return new Response(sitemapOf(installation(), numbersFrom(db, first)), { headers });
}
