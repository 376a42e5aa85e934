import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPolicies } from '#app/features/mapping/policies/queries.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Policies · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return { policies: await listPolicies(scope) };
}

export default function Policies() {
  const { policies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Policies and codes of conduct"
        lead="What your company asks of itself and of its suppliers, looked at against the principles of fair recruitment."
      />
      <Actions>
        <ButtonLink to="/mapping/policies/new">Add a policy</ButtonLink>
      </Actions>
      <DataTable
        caption={policies.length === 1 ? 'One policy' : `${policies.length} policies`}
        columns={[
          {
            key: 'title',
            header: 'Policy',
            main: true,
            cell: ({ id, title }) => (
              <TextLink to={`/mapping/policies/${id}`}>
                <bdi>{title}</bdi>
              </TextLink>
            ),
          },
          { key: 'last', header: 'Version', align: 'end', cell: ({ last }) => last },
          { key: 'added', header: 'Added', cell: ({ addedAt }) => timeInWords(addedAt) },
        ]}
        rows={policies}
        empty={{ title: 'No policy yet', text: 'Paste one: you then see what it covers and what it lacks.' }}
      />
    </>
  );
}
