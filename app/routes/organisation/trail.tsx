import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { trailOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Trail of the organisation · Fairroute' }];

const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  const entries = await trailOf(scope, scope.actor.organisationId);
  const page = pageOf(request);
  const pages = pagesOf(entries.length, perPage);
  return { page, pages, count: entries.length, entries: entries.slice((page - 1) * perPage, page * perPage) };
}

export default function OrganisationTrail() {
  const { entries, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Trail of the organisation"
        lead="Who signed in, who failed to, and what changed about who may do what: the last 200 facts. If something here surprises you, ask the person, and end what should not be."
        back={{ to: '/organisation', label: 'People' }}
      />
      <Timeline entries={entries} empty="What happens from now on stands here." />
      <Pagination page={page} pages={pages} count={count} href={(to) => `?page=${to}`} />
    </>
  );
}
