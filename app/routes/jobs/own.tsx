import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findPublisher, listOwnOrders } from '#app/features/workers/jobs/queries.server.ts';
import { JobTable, jobsAddress } from '#app/features/workers/jobs/ui/job-tables.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Job orders · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const page = pageOf(request);
  const publisher = await findPublisher(scope, scope.actor.organisationId);
  const may = publisher !== undefined && publisher.certified && !publisher.delisted;
  return { page, may, ...(await listOwnOrders(scope, page)) };
}

export default function OwnJobs() {
  const { page, may, orders, count, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Job orders"
        lead={
          may
            ? 'Workers ask whether a job they were offered is among these. Each costs the worker nothing.'
            : 'Job orders are published, and shown, while a certificate is in force.'
        }
        action={may ? <ButtonLink to="/job-orders/new">Publish a job order</ButtonLink> : null}
      />
      <JobTable
        orders={orders}
        count={count}
        place="/job-orders"
        empty={{
          title: 'No job order yet',
          text: 'Publish each job you recruit for, so that workers can tell it from one somebody made up.',
        }}
      />
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => jobsAddress('/job-orders', { q: '' }, to)}
      />
    </>
  );
}
