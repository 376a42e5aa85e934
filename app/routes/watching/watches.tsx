import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countWatches, findRhythm, listWatches } from '#app/features/watching/queries.server.ts';
import { rhythmWords, watchedWords } from '#app/features/watching/ui/words.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Watches · Fairroute' }];

const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const page = pageOf(request);
  const [watches, count, rhythm] = await Promise.all([
    listWatches(scope, { limit: perPage, offset: (page - 1) * perPage }),
    countWatches(scope.db, scope.actor.organisationId),
    findRhythm(scope),
  ]);
  return { watches, count, rhythm, page, pages: Math.max(1, Math.ceil(count / perPage)) };
}

export default function Watches() {
  const { watches, count, rhythm, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Watches"
        lead={
          <>
            You hear when the register says something new of what your company watches, or when a certificate
            ends soon.{' '}
            {rhythm === 'never'
              ? 'You get no mails'
              : `Mails to you: ${rhythmWords[rhythm].label.toLowerCase()}`}
            . <TextLink to="/watches/mails">Change when you get mails</TextLink>
          </>
        }
      />
      <Actions>
        <ButtonLink to="/watches/recruiter">Watch a recruiter</ButtonLink>
        <ButtonLink to="/watches/corridor" kind="secondary">
          Watch a corridor
        </ButtonLink>
        <ButtonLink to="/watches/list" kind="secondary">
          Watch a list
        </ButtonLink>
        <ButtonLink to="/webhooks" kind="secondary">
          Webhooks
        </ButtonLink>
      </Actions>
      <DataTable
        caption={count === 1 ? 'One watch' : `${count} watches, newest first`}
        columns={[
          {
            key: 'watched',
            header: 'Watched',
            main: true,
            cell: (watch) =>
              watch.kind === 'recruiter' ? (
                <TextLink to={`/register/${watch.registrationNumber}`}>{watchedWords(watch)}</TextLink>
              ) : (
                watchedWords(watch)
              ),
          },
          { key: 'since', header: 'Since', cell: ({ madeAt }) => dayInWords(dayOf(madeAt)) },
          {
            key: 'end',
            header: 'Change',
            cell: (watch) => (
              <ButtonLink
                to={`/watches/${watch.id}/end`}
                kind="secondary"
                size="small"
                aria-label={`End watching ${watchedWords(watch)}`}
              >
                End
              </ButtonLink>
            ),
          },
        ]}
        rows={watches}
        empty={{
          title: 'Nothing watched yet',
          text: 'Watch a recruiter, a corridor or a list, and you hear of changes.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/watches?page=${to}`} />
    </>
  );
}
