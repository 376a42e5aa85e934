import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { filterFrom, listNetwork } from '#app/features/network/lists.server.ts';
import { listAddress, PartnerFilters, PartnerTable } from '#app/features/network/ui/partner-table.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Your network · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const filter = filterFrom(new URL(request.url).searchParams, pageOf(request));
  return { filter, ...(await listNetwork(scope, filter)) };
}

const add = (
  <Actions>
    <ButtonLink to="/network/new">Add a partner</ButtonLink>
    <ButtonLink to="/network/import" kind="secondary">
      Send a list
    </ButtonLink>
  </Actions>
);

export default function Network() {
  const { filter, partners, count, counts, pages } = useLoaderData<typeof loader>();
  const asked = filter.q !== '' || filter.kind !== undefined || filter.show !== undefined;
  return (
    <>
      <PageHeader
        title="Your network"
        lead="Everybody who has a part in recruiting for you: sub-agents, partner agencies, clinics, trainers, transporters, lenders, employers."
        action={add}
      />
      <PartnerFilters filter={filter} counts={counts} clear="/network" />
      <PartnerTable
        partners={partners}
        count={count}
        place="/network"
        empty={
          asked
            ? { title: 'No partner fits', text: 'Ask for less, or clear the questions.' }
            : {
                title: 'No partner yet',
                text: 'Add them one by one, or send a list. Those you authorise can be checked by workers.',
                action: add,
              }
        }
      />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(page) => listAddress('/network', filter, page)}
      />
      {count > 0 ? (
        <p>
          <TextLink to={listAddress('/network/list', filter)}>Take this list with you as CSV</TextLink>
        </p>
      ) : null}
    </>
  );
}
