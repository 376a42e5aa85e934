import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listRequests } from '#app/features/workers/casework/access.server.ts';
import { witnessRoles } from '#app/features/workers/casework/policy.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Requests to open a case · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...witnessRoles);
  return { requests: await listRequests(scope) };
}

export default function Requests() {
  const { requests } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Requests to open a case"
        lead="Somebody asks to open a complaint that is not theirs. A second person answers, and sees nothing of it."
      />
      <DataTable
        caption={requests.length === 1 ? '1 request' : `${requests.length} requests`}
        columns={[
          {
            ...{ key: 'who', header: 'Who asks', main: true },
            cell: ({ id, name }) => <TextLink to={`/casework/requests/${id}`}>{name}</TextLink>,
          },
          { key: 'when', header: 'Asked', cell: ({ askedAt }) => timeInWords(askedAt) },
          { key: 'why', header: 'Why', cell: ({ reason }) => reason },
        ]}
        rows={requests}
        empty={{ title: 'Nobody asks', text: 'When somebody does, it stands here with their reason.' }}
      />
    </>
  );
}
