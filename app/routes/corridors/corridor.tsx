import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listInForce } from '#app/features/mapping/corridors/national/queries.server.ts';
import { readerRoles } from '#app/features/mapping/corridors/policy.ts';
import { listForCorridor } from '#app/features/mapping/corridors/queries.server.ts';
import { EntriesByTopic } from '#app/features/mapping/corridors/ui/entry-text.tsx';
import { sectorOptions } from '#app/features/mapping/corridors/ui/entry-fields.tsx';
import { RuleTable } from '#app/features/mapping/corridors/ui/rule-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { isSector } from '#app/platform/industries.ts';
import { corridorName, countryCodes } from '#app/platform/places.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? corridorName(data.corridor) : 'Corridor'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...readerRoles);
  const origin = found(countryCodes.find((code) => code === params['origin']));
  const destination = found(countryCodes.find((code) => code === params['destination'] && code !== origin));
  const asked = new URL(request.url).searchParams.get('sector') ?? '';
  const sector = isSector(asked) ? asked : null;
  return {
    ...{ corridor: `${origin}-${destination}`, sector, today: dayOf(scope.now) },
    entries: await listForCorridor(scope, { origin, destination, sector }),
    rules: await listInForce(scope, [origin, destination]),
  };
}

export default function Corridor() {
  const { corridor, sector, today, entries, rules } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={corridorName(corridor)}
        back={{ to: '/corridors', label: 'Corridor book' }}
        lead="What holds here, and in any corridor. Look at the source before you rely on it. Whatever a law allows, the scheme’s Standard lets no worker be charged for getting a job."
      />
      <Filters clear={sector ? `/corridors/${corridor.replace('-', '/')}` : undefined}>
        <SelectField
          field={queryField('sector', sector)}
          label="Sector"
          options={sectorOptions}
          empty="All sectors"
        />
      </Filters>
      <RuleTable
        rules={rules}
        today={today}
        empty="The book holds no rule of these two countries on who may be charged. That does not mean that charging is allowed."
      />
      <EntriesByTopic entries={entries} today={today} />
    </>
  );
}
