import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkHolds, standings, topicOf, topics } from '#app/features/workers/help/model.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { listHelp } from '#app/features/workers/help/queries.server.ts';
import { HelpTable } from '#app/features/workers/help/ui/help-table.tsx';
import { standingNames, topicNames } from '#app/features/workers/help/ui/words.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { countryCodes, countryOptions } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Help for workers · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const { searchParams } = new URL(request.url);
  const filter = {
    country: countryCodes.find((code) => code === searchParams.get('country')),
    topic: topicOf(searchParams.get('topic')),
    standing: standings.find((each) => each === searchParams.get('standing')),
    page: pageOf(request),
  };
  return { filter, ...(await listHelp(scope, filter)) };
}

export default function Entries() {
  const { filter, entries, count, pages } = useLoaderData<typeof loader>();
  const { country = '', topic = '', standing = '' } = filter;
  const href = (to: number) =>
    `/scheme/help?${new URLSearchParams({ country, topic, standing, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Help for workers"
        lead={`Who helps, by country. Workers read each entry for ${checkHolds} days after it was checked; then it is hidden until somebody checks it again. What was checked longest ago is on top.`}
        action={<ButtonLink to="/scheme/help/new">List somebody who helps</ButtonLink>}
      />
      <Filters clear={country || topic || standing ? '/scheme/help' : undefined}>
        <SelectField
          field={queryField('country', country)}
          label="Country"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('topic', topic)}
          label="Helps with"
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
      <HelpTable entries={entries} count={count} />
      <Pagination page={filter.page} pages={pages} count={count} href={href} />
    </>
  );
}
