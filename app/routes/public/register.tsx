import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { standingNames, standings } from '#app/features/certificates/model.ts';
import { mostCounted } from '#app/features/register/search/model.ts';
import { searchPage } from '#app/features/register/search/search.server.ts';
import { searchIn } from '#app/features/register/ui/search.ts';
import { RegisterTable } from '#app/features/register/ui/table.tsx';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { sectors } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Register · Fairroute' }];

const perPage = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const search = searchIn(new URL(request.url).searchParams);
  const page = Math.min(pageOf(request), mostCounted / perPage);
  const part = { limit: perPage, offset: (page - 1) * perPage };
  const { entries, count } = await readPublic(scope, (asked) => searchPage(asked, search, part));
  return { search, page, entries, count, pages: pagesOf(Math.min(count, mostCounted), perPage) };
}

const standingOptions = standings.map((value) => ({ value, label: standingNames[value] }));

const sectorOptions = Object.entries(sectors).map(([value, label]) => ({ value, label }));

export default function Register() {
  const { search, page, entries, count, pages } = useLoaderData<typeof loader>();
  const asked = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <>
      <PageHeader
        title="Register"
        lead="Every recruiter that is certified, was certified, or has applied. Who is not here is not certified."
      />
      <Filters clear={asked.size > 0 ? '/register' : undefined} submit="Search">
        <div className="col-span-full">
          <TextField
            field={queryField('q', search.q)}
            label="Name or number"
            hint="In any script: recruiter, licence, registration, certificate or phone number"
            type="search"
          />
        </div>
        <SelectField
          field={queryField('country', search.country)}
          label="Country"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('origin', search.origin)}
          label="Recruits in"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('destination', search.destination)}
          label="For work in"
          options={countryOptions}
          empty="Any country"
        />
        <SelectField
          field={queryField('sector', search.sector)}
          label="Kind of work"
          options={sectorOptions}
          empty="Any work"
        />
        <SelectField
          field={queryField('status', search.status)}
          label="Standing"
          options={standingOptions}
          empty="Any standing"
        />
      </Filters>
      <RegisterTable entries={entries} count={count} />
      <Pagination
        page={page}
        pages={pages}
        count={Math.min(count, mostCounted)}
        more={count > mostCounted}
        href={(to) => `/register?${asked.toString()}&page=${to}`}
      />
      <p>
        <TextLink to={search.country ? `/en/sheets?country=${search.country}` : '/en/sheets'}>
          Lists for counsellors of workers, to print or keep
        </TextLink>
      </p>
    </>
  );
}
