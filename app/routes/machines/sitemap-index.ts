import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { listSitemaps, sitemapIndex } from '#app/features/register/sitemap.server.ts';

const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' };

/** Where search engines find every record of the register. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'visitor');
  return new Response(sitemapIndex(installation(), await listSitemaps(db)), { headers });
}
