import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOrder } from '#app/features/workers/jobs/queries.server.ts';
import { JobPage } from '#app/features/workers/jobs/ui/job-page.tsx';
import { found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'A job order · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { job: found(await findOrder(scope, found(params['number']))) };
}

export default function AnyJob() {
  const { job } = useLoaderData<typeof loader>();
  return <JobPage job={job} list="/scheme/job-orders" />;
}
