import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listDeclared } from '#app/features/bodies/interests/queries.server.ts';
import { InterestTable } from '#app/features/bodies/interests/ui/interest-table.tsx';
import { coolingOff } from '#app/features/bodies/interests/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { queryField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Declared ties · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const search = (new URL(request.url).searchParams.get('search') ?? '').trim().slice(0, 200);
  const filter = { search, page: pageOf(request) };
  return { ...(await listDeclared(scope, filter)), filter, today: dayOf(scope.now) };
}

export default function DeclaredInterests() {
  const { interests, count, pages, filter, today } = useLoaderData<typeof loader>();
  const page = (to: number) =>
    `/scheme/interests?${new URLSearchParams({ search: filter.search, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Declared ties"
        back={{ to: '/scheme/audit-bodies', label: 'Audit bodies' }}
        lead={`What auditors, reviewers, officers and members of the panel said ties them to recruiters. Each tie keeps its person out of audits and decisions while it lasts and for ${coolingOff} after.`}
      />
      <Filters clear="/scheme/interests">
        <TextField field={queryField('search', filter.search)} label="Person or recruiter" />
      </Filters>
      <InterestTable interests={interests} today={today} empty="Nobody declared anything that fits." />
      <Pagination page={filter.page} pages={pages} count={count} href={page} />
    </>
  );
}
