import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { filterOf, queryOf } from '#app/features/applications/review/filter.ts';
import { listAllOfficers } from '#app/features/applications/review/queries.server.ts';
import { listQueue } from '#app/features/applications/review/queue.server.ts';
import { QueueFilters, QueueTable } from '#app/features/applications/review/ui/queue.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Applications · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const filter = filterOf(request.url, pageOf(request));
  const [queue, officers] = await Promise.all([listQueue(scope, filter), listAllOfficers(scope)]);
  return { filter, officers, today: dayOf(scope.now), ...queue };
}

export default function Applications() {
  const { applications, count, more, page, pages, filter, officers, today } = useLoaderData<typeof loader>();
  const all = more ? `More than ${count.toLocaleString('en-GB')}` : count.toLocaleString('en-GB');
  return (
    <>
      <PageHeader
        title="Applications"
        lead="By their clock: what is late first, what has no fixed day last."
        action={
          <TextLink to={`/scheme/applications.csv?${queryOf(filter)}`}>Download this list (CSV)</TextLink>
        }
      />
      <QueueFilters filter={filter} officers={officers} />
      <QueueTable
        caption={`${all} ${count === 1 ? 'application' : 'applications'}`}
        rows={applications}
        today={today}
      />
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => `/scheme/applications?${queryOf(filter, to)}`}
      />
    </>
  );
}
