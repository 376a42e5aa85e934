import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';

const closed = ['/now', '/apply', '/scheme/', '/audits', '/findings', '/files/'];

/** What programs that walk through pages may read, and where the sitemap is. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Allow: /scheme$', ''];
  const text = [...lines, `Sitemap: ${installation()}/sitemap.xml`, ''].join('\n');
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' };
  return new Response(text, { headers });
}
