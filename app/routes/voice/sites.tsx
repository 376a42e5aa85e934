import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countSites, listSites } from '#app/features/mapping/voice/queries.server.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Workers’ own voice · Fairroute' }];

const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const page = pageOf(request);
  const [sites, count] = await Promise.all([
    listSites(scope, { limit: perPage, offset: (page - 1) * perPage }),
    countSites(scope),
  ]);
  return { sites, count, page, pages: Math.max(1, Math.ceil(count / perPage)) };
}

export default function Sites() {
  const { sites, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Workers’ own voice"
        lead="A poster at a site asks its workers, without their names, how they came to the job. You read what five or more of them say."
      />
      <DataTable
        caption="Sites and employers in your chain"
        columns={[
          {
            key: 'site',
            header: 'Site',
            main: true,
            cell: ({ id, name }) => <TextLink to={`/mapping/voice/${id}`}>{name}</TextLink>,
          },
          {
            key: 'place',
            header: 'Place',
            cell: ({ place, country }) =>
              [place, country === null ? '' : countryName(country)].filter(Boolean).join(', '),
          },
        ]}
        rows={sites}
        empty={{ title: 'No site yet', text: 'Name your sites and suppliers first.' }}
      />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/mapping/voice?page=${to}`} />
    </>
  );
}
