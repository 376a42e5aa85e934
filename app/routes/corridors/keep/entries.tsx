import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkHolds, standings, topicOf, topics } from '#app/features/mapping/corridors/model.ts';
import { listEntries } from '#app/features/mapping/corridors/queries.server.ts';
import { EntryTable } from '#app/features/mapping/corridors/ui/entry-table.tsx';
import { standingNames, topicNames } from '#app/features/mapping/corridors/ui/words.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryCodes, countryOptions } from '#app/platform/places.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Corridor book · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { searchParams } = new URL(request.url);
  const filter = {
    country: countryCodes.find((code) => code === searchParams.get('country')),
    topic: topicOf(searchParams.get('topic')),
    standing: standings.find((each) => each === searchParams.get('standing')),
    page: pageOf(request),
  };
  return { filter, ...(await listEntries(scope, filter)) };
}

export default function Entries() {
  const { filter, entries, count, pages } = useLoaderData<typeof loader>();
  const { country = '', topic = '', standing = '' } = filter;
  const href = (to: number) =>
    `/scheme/corridors?${new URLSearchParams({ country, topic, standing, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Corridor book"
        lead={`What holds by country, corridor and sector, each entry with its source. A check holds for ${checkHolds} days; after that whoever reads an entry is told that it may have changed. What was checked longest ago is on top.`}
        action={<ButtonLink to="/scheme/corridors/new">Write an entry</ButtonLink>}
      />
      <p>
        <TextLink to="/scheme/corridors/rules">Who may be charged by national law</TextLink>
        {' · '}
        <TextLink to="/corridors">The book as it is read</TextLink>
        {' · '}
        <TextLink to="/scheme/risk-inputs">Risk of countries and sectors</TextLink>
      </p>
      <Filters clear={country || topic || standing ? '/scheme/corridors' : undefined}>
        <SelectField
          field={queryField('country', country)}
          label="Country"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('topic', topic)}
          label="About"
          options={topics.map((value) => ({ value, label: topicNames[value] }))}
          empty="Anything"
        />
        <SelectField
          field={queryField('standing', standing)}
          label="Standing"
          options={standings.map((value) => ({ value, label: standingNames[value] }))}
          empty="All but withdrawn"
        />
      </Filters>
      <EntryTable entries={entries} count={count} />
      <Pagination page={filter.page} pages={pages} count={count} href={href} />
    </>
  );
}
