import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countActions, findParty, listActions } from '#app/features/mapping/actions/queries.server.ts';
import { ActionTable } from '#app/features/mapping/actions/ui/tables.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found, pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Actions · Fairroute' }];

const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const asked = new URL(request.url).searchParams.get('party') ?? '';
  const party = asked ? found(await findParty(scope, asked)) : undefined;
  const page = pageOf(request);
  const [actions, count] = await Promise.all([
    listActions(scope, { party: party?.id, limit: perPage, offset: (page - 1) * perPage }),
    countActions(scope, party?.id),
  ]);
  const pages = Math.max(1, Math.ceil(count / perPage));
  return { actions, count, page, pages, party: party ?? null, today: dayOf(scope.now) };
}

export default function ActionsPage() {
  const { actions, count, page, pages, party, today } = useLoaderData<typeof loader>();
  const of = party ? `?party=${party.id}` : '';
  return (
    <>
      <PageHeader
        title="What we do about risks"
        eyebrow={party?.name}
        back={party ? { to: '/mapping/actions', label: 'All actions' } : undefined}
        lead="Each action has somebody who does it, a day, and what shows that it was done. Later somebody looks whether it worked."
      />
      <Actions>
        <ButtonLink to={`/mapping/actions/new${of}`}>Plan an action</ButtonLink>
        <ButtonLink to="/mapping/actions/repayments" kind="secondary">
          Repayments to workers
        </ButtonLink>
      </Actions>
      <ActionTable actions={actions} today={today} count={count} />
      <Pagination
        page={page}
        pages={pages}
        count={count}
        href={(to) => `/mapping/actions?page=${to}${party ? `&party=${party.id}` : ''}`}
      />
    </>
  );
}
