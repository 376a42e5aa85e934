import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { orderFilterFrom, searchOrders } from '#app/features/workers/jobs/queries.server.ts';
import { JobFilters, JobTable, jobsAddress } from '#app/features/workers/jobs/ui/job-tables.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Job orders · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const filter = orderFilterFrom(new URL(request.url).searchParams, pageOf(request));
  return { filter, ...(await searchOrders(scope, filter)) };
}

export default function AllJobs() {
  const { filter, orders, count, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Job orders"
        lead="What recruiters published for workers, the newest first. Withdraw one that is not what it says."
      />
      <JobFilters filter={filter} clear="/scheme/job-orders" />
      <JobTable
        across
        orders={orders}
        count={count}
        place="/scheme/job-orders"
        empty={{ title: 'No job order fits', text: 'Ask for less, or clear the questions.' }}
      />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(to) => jobsAddress('/scheme/job-orders', filter, to)}
      />
    </>
  );
}
