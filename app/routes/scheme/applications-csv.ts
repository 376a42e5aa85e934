import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { queueCsv } from '#app/features/applications/review/csv.server.ts';
import { filterOf } from '#app/features/applications/review/filter.ts';
import { listForCsv } from '#app/features/applications/review/queue.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const csv = queueCsv(await listForCsv(scope, filterOf(request.url, 1)));
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="applications.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
