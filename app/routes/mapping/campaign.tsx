import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCampaign, findProgress, listInvited } from '#app/features/mapping/campaigns/queries.server.ts';
import { Invited, ProgressByTier } from '#app/features/mapping/campaigns/ui/invited.tsx';
import { campaignWords } from '#app/features/mapping/campaigns/ui/words.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { found, pageOf } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'A campaign · Mapping · Fairroute' }];

const perPage = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { dueOn, ...campaign } = found(await findCampaign(scope, found(params['id'])));
  const page = pageOf(request);
  const [progress, invited] = await Promise.all([
    findProgress(scope, campaign.id),
    listInvited(scope, campaign.id, { limit: perPage, offset: (page - 1) * perPage }),
  ]);
  const count = progress.reduce((sum, tier) => sum + tier.invited, 0);
  const rows = invited.map(({ dueOn: due, ...each }) => ({ ...each, due: dayInWords(due) }));
  return { ...campaign, due: dayInWords(dueOn), progress, invited: rows, count, page };
}

export default function CampaignPage() {
  const { id, name, state, due, progress, invited, count, page } = useLoaderData<typeof loader>();
  const home = `/mapping/campaigns/${id}`;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        eyebrow={campaignWords[state]}
        back={{ to: '/mapping', label: 'Mapping' }}
        lead={`Answers are asked by ${due}.`}
      />
      <Actions>
        {state === 'open' ? null : (
          <ButtonLink to={`${home}/open`}>{state === 'draft' ? 'Open it' : 'Open it again'}</ButtonLink>
        )}
        {state === 'closed' ? null : (
          <>
            <ButtonLink to={`${home}/supplier`} kind="secondary">
              Name a supplier
            </ButtonLink>
            <ButtonLink to={`${home}/suppliers`} kind="secondary">
              Bring a list
            </ButtonLink>
            <ButtonLink to={`${home}/more-time`} kind="secondary">
              Give more time
            </ButtonLink>
          </>
        )}
        {state === 'open' ? (
          <ButtonLink to={`${home}/close`} kind="secondary">
            Close it
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/mapping/chain?campaign=${id}`} kind="secondary">
          Its chain
        </ButtonLink>
      </Actions>
      <ProgressByTier progress={progress} />
      <Invited rows={invited} count={count} />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(count / perPage))}
        count={count}
        href={(to) => `${home}?page=${to}`}
      />
    </>
  );
}
