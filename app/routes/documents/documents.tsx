import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { kindNames } from '#app/features/documents/model.ts';
import { listOwnDocuments } from '#app/features/documents/queries.server.ts';
import { ScanTag, WithdrawnTag } from '#app/features/documents/ui/tags.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Filters, Pagination } from '#app/ui/table.tsx';

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
      <DataTable
        caption={count === 1 ? '1 document' : `${count} documents`}
        columns={[
          {
            key: 'title',
            header: 'Document',
            main: true,
            cell: ({ id, title }) => <TextLink to={`/documents/${id}`}>{title}</TextLink>,
          },
          { key: 'kind', header: 'Kind', cell: (row) => kindNames[row.kind] },
          { key: 'evidence', header: 'Stands for', cell: (row) => dayInWords(row.evidenceOn) },
          {
            key: 'until',
            header: 'Valid until',
            cell: ({ validUntil }) =>
              validUntil ? `${dayInWords(validUntil)}, ${untilInWords(validUntil, today)}` : 'No end',
          },
          { key: 'version', header: 'Version', align: 'end', cell: (row) => row.version },
          {
            key: 'state',
            header: 'State',
            cell: (row) => (row.withdrawnAt ? <WithdrawnTag /> : <ScanTag scan={row.scan} />),
          },
        ]}
        rows={documents}
        empty={{
          title: 'No document here yet',
          text: 'Policies, contracts, receipts and proofs of training appear here once you add them.',
          action: <ButtonLink to="/documents/new">Add the first one</ButtonLink>,
        }}
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
