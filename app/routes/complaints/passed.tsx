import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listDisclosed } from '#app/features/workers/casework/disclosed.server.ts';
import { addresseeRoles } from '#app/features/workers/casework/policy.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Complaints passed to you · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...addresseeRoles);
  return { passed: await listDisclosed(scope) };
}

export default function Passed() {
  const { passed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Complaints passed to you"
        lead="What a caseworker of the scheme wrote for you, with the consent of whoever complained. Do not try to find out who it was: whoever is punished for a complaint is watched over, and so is who punishes."
      />
      <DataTable
        caption={passed.length === 1 ? '1 complaint' : `${passed.length} complaints`}
        columns={[
          {
            ...{ key: 'when', header: 'Passed to you', main: true },
            cell: ({ id, at }) => <TextLink to={`/complaints/${id}`}>{timeInWords(at)}</TextLink>,
          },
          { key: 'what', header: 'What', cell: ({ text }) => (text ?? '').slice(0, 120) },
          {
            ...{ key: 'answered', header: 'Your answers' },
            cell: ({ responses, over }) =>
              responses.length > 0 ? String(responses.length) : over ? 'It is over' : 'None yet',
          },
        ]}
        rows={passed}
        empty={{
          title: 'Nothing was passed to you',
          text: 'When somebody complains and allows it, what you are to know and to do stands here.',
        }}
      />
    </>
  );
}
