import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readerRoles } from '#app/features/mapping/corridors/policy.ts';
import { listKnownPlaces } from '#app/features/mapping/corridors/queries.server.ts';
import { placeInWords } from '#app/features/mapping/corridors/ui/words.ts';
import { countryCodes, countryOptions } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Corridor book · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...readerRoles);
  const { searchParams } = new URL(request.url);
  const chosen = (name: string) => countryCodes.find((code) => code === searchParams.get(name));
  const [origin, destination] = [chosen('origin'), chosen('destination')];
  if (origin && destination && origin !== destination) return redirect(`/corridors/${origin}/${destination}`);
  return { origin, destination, places: await listKnownPlaces(scope) };
}

export default function Book() {
  const { origin, destination, places } = useLoaderData<typeof loader>();
  const corridors = places.flatMap(({ entries, ...place }) =>
    place.origin && place.destination
      ? [{ entries, place, href: `/corridors/${place.origin}/${place.destination}` }]
      : [],
  );
  return (
    <>
      <PageHeader
        title="Corridor book"
        lead="What the law asks between two countries: licences, who may be charged what, agreements, contracts, and whom to ask. Each entry names its source and the day it was last checked. It is no legal advice."
      />
      <Filters submit="Open the corridor">
        <SelectField
          field={queryField('origin', origin)}
          label="Workers come from"
          options={countryOptions}
          empty="Choose a country"
        />
        <SelectField
          field={queryField('destination', destination)}
          label="They work in"
          options={countryOptions}
          empty="Choose a country"
        />
      </Filters>
      {origin && origin === destination ? (
        <p role="status">A corridor leads from one country to another. Choose two.</p>
      ) : null}
      <DataTable
        caption="Corridors with entries of their own"
        columns={[
          {
            ...{ key: 'corridor', header: 'Corridor', main: true },
            cell: ({ place, href }) => (
              <TextLink to={href}>{placeInWords({ ...place, sector: null })}</TextLink>
            ),
          },
          { key: 'entries', header: 'Entries', cell: ({ entries }) => entries.toLocaleString('en-GB') },
        ]}
        rows={corridors}
        empty={{
          title: 'No corridor has an entry of its own yet',
          text: 'Choose two countries above: what holds in every corridor is shown for any of them.',
        }}
      />
    </>
  );
}
