import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listCampaigns } from '#app/features/mapping/campaigns/queries.server.ts';
import { campaignWords } from '#app/features/mapping/campaigns/ui/words.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Mapping · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const campaigns = await listCampaigns(scope);
  return campaigns.map(({ dueOn, state, ...campaign }) => ({
    ...campaign,
    due: dayInWords(dueOn),
    state: campaignWords[state],
  }));
}

export default function Campaigns() {
  const campaigns = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mapping"
        lead="By whom, through whom and at what price people came to the work done for you. You name sites and suppliers; each answers by a link of its own and says who comes before it."
      />
      <Actions>
        <ButtonLink to="/mapping/new">Prepare a campaign</ButtonLink>
        <ButtonLink to="/mapping/chain" kind="secondary">
          The chain
        </ButtonLink>
        <ButtonLink to="/mapping/parties" kind="secondary">
          Who is in it
        </ButtonLink>
        <ButtonLink to="/mapping/report" kind="secondary">
          Report
        </ButtonLink>
        <ButtonLink to="/mapping/voice" kind="secondary">
          Workers’ own voice
        </ButtonLink>
        <ButtonLink to="/mapping/actions" kind="secondary">
          Plans
        </ButtonLink>
        <ButtonLink to="/mapping/policies" kind="secondary">
          Policies
        </ButtonLink>
      </Actions>
      <DataTable
        caption={campaigns.length === 1 ? 'One campaign' : `${campaigns.length} campaigns, newest first`}
        columns={[
          {
            key: 'name',
            header: 'Campaign',
            main: true,
            cell: ({ id, name }) => (
              <TextLink to={`/mapping/campaigns/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            ),
          },
          { key: 'state', header: 'State', cell: ({ state }) => state },
          {
            key: 'answered',
            header: 'Answered',
            cell: ({ answered, invited }) => `${answered} of ${invited}`,
          },
          { key: 'due', header: 'Last day', cell: ({ due }) => due },
        ]}
        rows={campaigns}
        empty={{
          title: 'No campaign yet',
          text: 'Campaigns appear here, with how many answered. Begin with the sites that work for you.',
        }}
      />
    </>
  );
}
