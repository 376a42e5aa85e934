import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { endpointWords } from '#app/features/watching/ui/words.ts';
import { listEndpoints } from '#app/features/watching/webhooks/queries.server.ts';
import { endpointStanding } from '#app/features/watching/webhooks/rules.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Webhooks · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const endpoints = await listEndpoints(scope);
  return {
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, standing: endpointStanding(endpoint) })),
    managed: mayManageEndpoints(scope.actor),
  };
}

export default function Webhooks() {
  const { endpoints, managed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Webhooks"
        back={{ to: '/watches', label: 'Watches' }}
        lead="Each change of what your company watches is sent to these addresses, signed as Standard Webhooks 1.0.0 says. What does not arrive is tried again for three days."
        action={managed ? <ButtonLink to="/webhooks/new">Add a webhook</ButtonLink> : undefined}
      />
      <DataTable
        caption={endpoints.length === 1 ? 'One webhook' : `${endpoints.length} webhooks`}
        columns={[
          {
            key: 'url',
            header: 'Address',
            main: true,
            cell: ({ id, url }) => <TextLink to={`/webhooks/${id}`}>{url}</TextLink>,
          },
          {
            key: 'standing',
            header: 'Standing',
            cell: ({ standing }) => (
              <StatusTag tone={endpointWords[standing].tone}>{endpointWords[standing].label}</StatusTag>
            ),
          },
          { key: 'made', header: 'Added', cell: ({ madeAt }) => dayInWords(dayOf(madeAt)) },
        ]}
        rows={endpoints}
        empty={{
          title: 'No webhooks yet',
          text: managed ? 'Add the address of a program of yours.' : 'Owners of your company add them.',
        }}
      />
    </>
  );
}
