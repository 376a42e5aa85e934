import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';

/** The keys this installation signs with, and signed with before: did:web resolves here, from any site. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=300',
    'Content-Type': 'application/did+json',
  };
  return new Response(JSON.stringify(await theSigning().didDocument()), { headers });
}
