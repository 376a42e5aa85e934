import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayOpen } from '#app/features/applications/review/queries.server.ts';
import { filterFrom, listNetworkOf } from '#app/features/network/lists.server.ts';
import { listAddress, PartnerFilters, PartnerTable } from '#app/features/network/ui/partner-table.tsx';
import { found, pageOf } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Network of an applicant · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer');
  const filter = filterFrom(new URL(request.url).searchParams, pageOf(request));
  const network = found(await listNetworkOf(scope, found(params['id']), filter));
  const { id } = network.application;
  if (!(await mayOpen(scope, id))) throw redirect(`/scheme/applications/${id}`);
  return { filter, ...network };
}

export default function ApplicantNetwork() {
  const { filter, application, partners, count, counts, pages } = useLoaderData<typeof loader>();
  const here = `/scheme/applications/${application.id}/network`;
  return (
    <>
      <PageHeader
        title={`Network of ${application.recruiter}`}
        back={{ to: `/scheme/applications/${application.id}`, label: application.reference }}
        lead="As it stands today. What stood when the application was sent is in the application itself."
      />
      <PartnerFilters filter={filter} counts={counts} clear={here} />
      <PartnerTable
        partners={partners}
        count={count}
        empty={{ title: 'No partner fits', text: 'Partners appear here when the recruiter adds them.' }}
      />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(page) => listAddress(here, filter, page)}
      />
    </>
  );
}
