import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listOpen } from '#app/features/certificates/decisions/queries.server.ts';
import { MatterTable } from '#app/features/certificates/decisions/ui/matter-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Decisions · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  return { open: await listOpen(scope), today: dayOf(scope.now) };
}

export default function Decisions() {
  const { open, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Decisions" lead="What is before the panel, the soonest due first." />
      <MatterTable matters={open} today={today} />
    </>
  );
}
