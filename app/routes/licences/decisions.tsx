import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listLicences, showFrom } from '#app/features/licences/lists.server.ts';
import { shownStandings, standingNames } from '#app/features/licences/model.ts';
import { isAtPlace, placeOf } from '#app/features/licences/place.ts';
import { LicenceTable } from '#app/features/licences/ui/licence-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { allowed, pageOf } from '#app/platform/http.server.ts';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Licences · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  allowed(isAtPlace(scope.actor, request.url));
  const { searchParams } = new URL(request.url);
  const filter = {
    show: showFrom(searchParams.get('show') ?? ''),
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    page: pageOf(request),
  };
  const place = placeOf(scope.actor);
  return { filter, place, today: dayOf(scope.now), ...(await listLicences(scope, filter)) };
}

const options = [
  { value: 'waiting', label: 'Waiting to be confirmed' },
  ...shownStandings.map((value) => ({ value, label: standingNames[value] })),
];

export default function Licences() {
  const { filter, place, today, licences, count, pages } = useLoaderData<typeof loader>();
  const { q, show = '' } = filter;
  const href = (to: number) => `${place}?${new URLSearchParams({ q, show, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Licences"
        lead={
          place === '/scheme/licences'
            ? 'Every licence recruiters declared, the one that ends first on top.'
            : 'Licences that recruiters say your country issued, the one that ends first on top.'
        }
      />
      <Filters clear={q || show ? place : undefined}>
        <TextField field={queryField('q', q)} label="Holder, authority or number" />
        <SelectField
          field={queryField('show', show)}
          label="Standing"
          options={options}
          empty="Any standing"
        />
      </Filters>
      <LicenceTable
        licences={licences}
        count={count}
        today={today}
        place={place}
        withHolder
        empty={{
          title: 'No licence fits',
          text: 'Licences appear here when a recruiter sends its application, or adds one later.',
        }}
      />
      <Pagination page={filter.page} pages={pages} count={count} href={href} />
    </>
  );
}
