import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { contextDocument } from '#app/features/credentials/context.ts';

/** What the words of our credentials mean, for programs that read JSON-LD, from any site. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=86400',
    'Content-Type': 'application/ld+json',
  };
  return new Response(JSON.stringify(contextDocument(installation())), { headers });
}
