import type { LoaderFunctionArgs } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { figuresAsCsv } from '#app/features/workers/figures/csv.server.ts';
import { rememberedFigures } from '#app/features/workers/figures/queries.server.ts';
import { found } from '#app/platform/http.server.ts';

/** The figures of complaints, for programs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const csv = figuresAsCsv(found(await rememberedFigures(scope)));
  return new Response(createReadableStreamFromReadable(csv), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="complaints.csv"',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
