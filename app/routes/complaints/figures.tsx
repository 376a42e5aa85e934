import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { complaintFigures } from '#app/features/workers/casework/figures.server.ts';
import { smallestGroup } from '#app/features/workers/casework/model.ts';
import { stateNames } from '#app/features/workers/casework/ui/words.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Complaints in figures · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return complaintFigures(scope);
}

const empty = {
  title: 'Too few to show',
  text: `Figures stand here once they tell of ${smallestGroup} people at least.`,
};

export default function Figures() {
  const { states, recruiters } = useLoaderData<typeof loader>();
  const count = { key: 'count', header: 'Complaints', align: 'end' as const };
  return (
    <>
      <PageHeader
        title="Complaints in figures"
        lead={`Of those whose reporters allow it, and in groups of ${smallestGroup} at least: fewer would point to a person. What they say is read by caseworkers alone.`}
        action={<TextLink to="/casework/requests">Requests to open a case</TextLink>}
      />
      <Section title="By state">
        <DataTable
          caption="Complaints by state"
          columns={[
            { key: 'state', header: 'State', main: true, cell: ({ name }) => name },
            { ...count, cell: (row) => row.count.toLocaleString('en-GB') },
          ]}
          rows={[
            ...states.shown.map((row) => ({ name: stateNames[row.of], count: row.count })),
            ...(states.rest === null ? [] : [{ name: 'In other states', count: states.rest }]),
          ]}
          empty={empty}
        />
      </Section>
      <Section title="By recruiter">
        <DataTable
          caption="Complaints by recruiter, as caseworkers named it"
          columns={[
            { key: 'name', header: 'Recruiter', main: true, cell: ({ name }) => name },
            { ...count, cell: (row) => row.count.toLocaleString('en-GB') },
          ]}
          rows={[
            ...recruiters.shown.map(({ of, count: cases }) => ({
              name: <TextLink to={`/register/${of.number}`}>{of.name}</TextLink>,
              count: cases,
            })),
            ...(recruiters.rest === null ? [] : [{ name: 'All others together', count: recruiters.rest }]),
          ]}
          empty={empty}
        />
      </Section>
    </>
  );
}
