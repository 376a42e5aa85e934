import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countLists, listLists } from '#app/features/register/verifications/lists/queries.server.ts';
import { progressInWords, stateWords } from '#app/features/register/verifications/lists/ui/words.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Lists · Fairroute' }];

const perPage = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const page = pageOf(request);
  const [lists, count] = await Promise.all([
    listLists(scope, { limit: perPage, offset: (page - 1) * perPage }),
    countLists(scope),
  ]);
  const shown = lists.map((list) => ({
    ...{ id: list.id, title: list.title, sent: dayInWords(dayOf(list.madeAt)) },
    ...{ state: stateWords[list.state], progress: progressInWords(list) },
  }));
  return { lists: shown, count, page, pages: Math.max(1, Math.ceil(count / perPage)) };
}

export default function Lists() {
  const { lists, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Lists"
        lead="Send a list of suppliers, and see where each of them stands on the register. Only your company sees your lists."
      />
      <Actions>
        <ButtonLink to="/lists/new">Check a list</ButtonLink>
        <ButtonLink to="/portfolios" kind="secondary">
          Portfolios
        </ButtonLink>
      </Actions>
      <DataTable
        caption={count === 1 ? 'One list' : `${count} lists, newest first`}
        columns={[
          {
            key: 'title',
            header: 'List',
            main: true,
            cell: ({ id, title }) => (
              <TextLink to={`/lists/${id}`}>
                <bdi>{title}</bdi>
              </TextLink>
            ),
          },
          { key: 'state', header: 'State', cell: ({ state }) => state },
          { key: 'progress', header: 'Answers', cell: ({ progress }) => progress },
          { key: 'sent', header: 'Sent', cell: ({ sent }) => sent },
        ]}
        rows={lists}
        empty={{
          title: 'No list yet',
          text: 'Lists that your company sends appear here, with their answers and their receipts.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/lists?page=${to}`} />
    </>
  );
}
