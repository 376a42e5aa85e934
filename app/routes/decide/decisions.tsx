import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPending } from '#app/features/certificates/decisions/queries.server.ts';
import { addDays, dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Decisions · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  return { pending: await listPending(scope), today: dayOf(scope.now) };
}

export default function Decisions() {
  const { pending, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Decisions" lead="Packages whose audit is finished, the longest waiting first." />
      <DataTable
        caption={pending.length === 1 ? '1 package' : `${pending.length} packages`}
        columns={[
          {
            key: 'recruiter',
            header: 'Recruiter',
            main: true,
            cell: (row) => <TextLink to={`/scheme/decisions/${row.id}`}>{row.recruiter}</TextLink>,
          },
          { key: 'reference', header: 'Reference', cell: (row) => row.reference },
          { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
          { key: 'body', header: 'Audit body', cell: (row) => row.auditBody },
          {
            key: 'due',
            header: 'Decide by',
            cell: (row) => {
              const due = row.frozenOn && addDays(row.frozenOn, row.days);
              return due ? `${dayInWords(due)}, ${untilInWords(due, today)}` : 'no fixed day';
            },
          },
        ]}
        rows={pending}
        empty={{
          title: 'Nothing waits for a decision',
          text: 'A package appears here when its audit is finished and no grave finding is open.',
        }}
      />
    </>
  );
}
