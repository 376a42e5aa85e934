import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { kindNames } from '#app/features/documents/model.ts';
import { listOwnDocuments } from '#app/features/documents/queries.server.ts';
import { DocumentTable } from '#app/features/documents/ui/document-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Documents · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const filter = { kind: new URL(request.url).searchParams.get('kind') ?? '', page: pageOf(request) };
  return { filter, today: dayOf(scope.now), ...(await listOwnDocuments(scope, filter)) };
}

const options = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

export default function Documents() {
  const { documents, count, pages, filter, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Documents"
        lead="What shows that you do what you say. The scheme sees them, and the audit body you engage; nobody else."
        action={<ButtonLink to="/documents/new">Add a document</ButtonLink>}
      />
      <Filters clear="/documents">
        <SelectField
          field={queryField('kind', filter.kind)}
          label="Kind"
          options={options}
          empty="Any kind"
        />
      </Filters>
      <DocumentTable
        documents={documents}
        count={count}
        today={today}
        empty={<ButtonLink to="/documents/new">Add the first one</ButtonLink>}
      />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(to) => `/documents?kind=${encodeURIComponent(filter.kind)}&page=${to}`}
      />
    </>
  );
}
