import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { AbsencePage } from '#app/features/register/ui/absence.tsx';
import { listOpenOrders } from '#app/features/workers/jobs/queries.server.ts';
import { JobList, JobsPromise } from '#app/features/workers/jobs/ui/public-jobs.tsx';
import { found, pageOf } from '#app/platform/http.server.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Job orders · Fairroute register' }];

const perPage = 50;
const headers = { 'Cache-Control': 'private, no-store' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visitor = await enter(request, 'visitor');
  return readPublic(visitor, async (scope) => {
    const number = found(params['registrationNumber']);
    const record = await findRecord(scope, number);
    if (!record.ok) {
      const status = record.refusal === 'removed' ? 410 : 404;
      return data({ absence: record.refusal, number }, { status, headers });
    }
    const { name, registrationNumber } = record.value;
    const page = pageOf(request);
    const listed = await listOpenOrders(scope, registrationNumber, { limit: perPage, page });
    return data({ name, registrationNumber, page, ...listed }, { headers });
  });
}

export default function PublicJobs() {
  const answer = useLoaderData<typeof loader>();
  if ('absence' in answer) return <AbsencePage absence={answer.absence} number={answer.number} />;
  const { name, registrationNumber, page, orders, count } = answer;
  const record = `/register/${registrationNumber}`;
  return (
    <>
      <PageHeader
        title="Job orders"
        eyebrow={registrationNumber}
        back={{ to: record, label: name }}
        lead={count === 1 ? '1 is open' : `${count.toLocaleString('en-GB')} are open`}
      />
      {count === 0 ? (
        <EmptyState title="No job order is open">
          A job somebody offers you in the name of this recruiter cannot be found on this register.
        </EmptyState>
      ) : (
        <>
          <JobsPromise />
          <JobList orders={orders} />
        </>
      )}
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(count / perPage))}
        count={count}
        href={(to) => `${record}/jobs?page=${to}`}
      />
    </>
  );
}
