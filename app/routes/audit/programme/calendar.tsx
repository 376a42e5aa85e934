import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { Agenda } from '#app/features/audits/programme/ui/agenda.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit calendar · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'recruiter');
  const page = pageOf(request);
  return { ...(await listProgramme(scope, page)), page, today: dayOf(scope.now) };
}

export default function Calendar() {
  const { entries, count, pages, page, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Audit calendar" />
      <Agenda entries={entries} today={today} count={count} />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/audits/calendar?page=${to}`} />
    </>
  );
}
