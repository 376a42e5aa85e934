import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { kindNames } from '#app/features/documents/model.ts';
import { findKept } from '#app/features/documents/queries.server.ts';
import { DocumentTable } from '#app/features/documents/ui/document-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found, pageOf } from '#app/platform/http.server.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Documents of a recruiter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer');
  const filter = { kind: new URL(request.url).searchParams.get('kind') ?? '', page: pageOf(request) };
  const kept = found(await findKept(scope, found(params['organisationId']), filter));
  return { filter, today: dayOf(scope.now), ...kept };
}

const options = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

export default function Kept() {
  const { keeper, documents, count, pages, filter, today } = useLoaderData<typeof loader>();
  const here = `/documents/of/${keeper.id}`;
  return (
    <>
      <PageHeader
        title="Documents"
        eyebrow={keeper.name}
        lead="What the recruiter gives as evidence. Whoever opens a file is named beside it."
      />
      <Filters clear={here}>
        <SelectField
          field={queryField('kind', filter.kind)}
          label="Kind"
          options={options}
          empty="Any kind"
        />
      </Filters>
      <DocumentTable documents={documents} count={count} today={today} />
      <Pagination
        page={filter.page}
        pages={pages}
        count={count}
        href={(to) => `${here}?kind=${encodeURIComponent(filter.kind)}&page=${to}`}
      />
    </>
  );
}
