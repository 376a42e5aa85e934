import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { networkAsCsv } from '#app/features/network/csv.server.ts';
import { filterFrom } from '#app/features/network/lists.server.ts';

/** The list of partners as it is shown, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const list = networkAsCsv(scope, filterFrom(new URL(request.url).searchParams, 1));
  return new Response(createReadableStreamFromReadable(list), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="partners.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
