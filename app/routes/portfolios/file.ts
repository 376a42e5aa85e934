import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { portfolioAsCsv } from '#app/features/register/verifications/portfolios/csv.server.ts';
import { findPortfolio } from '#app/features/register/verifications/portfolios/queries.server.ts';
import { standingAsked } from '#app/features/register/verifications/portfolios/ui/words.ts';
import { found, streamed } from '#app/platform/http.server.ts';

/** A portfolio as it is shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPortfolio(scope, found(params['id'])));
  const standing = standingAsked(new URL(request.url).searchParams);
  return streamed(portfolioAsCsv(scope, id, { standing }), { filename: 'portfolio.csv', kind: 'csv' });
}
