import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { findChainPage } from '#app/features/mapping/chain/page.server.ts';
import { ChainGraph } from '#app/features/mapping/chain/ui/chain-graph.tsx';
import { ChainTables } from '#app/features/mapping/chain/ui/chain-tables.tsx';
import { CorridorMap } from '#app/features/mapping/chain/ui/corridor-map.tsx';
import { MonthsOfPay } from '#app/features/mapping/chain/ui/months.tsx';
import { found } from '#app/platform/http.server.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The chain · Mapping · Fairroute' }];

const numberIn = (query: URLSearchParams, name: string) => {
  const page = Number(query.get(name));
  return Number.isInteger(page) && page > 0 ? page : 1;
};

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const query = new URL(request.url).searchParams;
  const asked = query.get('campaign');
  const campaign = asked === null ? undefined : found(await findCampaign(scope, asked));
  const page = await findChainPage(scope, {
    ...{ campaign: campaign?.id, parties: numberIn(query, 'parties'), steps: numberIn(query, 'steps') },
  });
  return { ...page, campaign: campaign && { id: campaign.id, name: campaign.name } };
}

export default function ChainPage() {
  const { campaign, drawing, parties, steps, map, months, shares, contradictions } =
    useLoaderData<typeof loader>();
  const pageAt = (of: string, page: number) =>
    `/mapping/chain?${campaign ? `campaign=${campaign.id}&` : ''}${of}=${page}#tables`;
  const answerAt = ({ responseId }: { responseId: string }) => {
    const share = shares[responseId];
    return share === undefined ? null : `/mapping/answers/${share}`;
  };
  return (
    <>
      <PageHeader
        title="The chain"
        eyebrow={campaign?.name}
        back={
          campaign
            ? { to: `/mapping/campaigns/${campaign.id}`, label: 'The campaign' }
            : { to: '/mapping', label: 'Mapping' }
        }
        lead="By whom, through whom and at what price, as those say who answered and let you see it."
      />
      {parties.count === 0 ? (
        <EmptyState title="Nothing to draw yet">
          As soon as somebody answers and shares it with you, the chain appears here.
        </EmptyState>
      ) : (
        <>
          <ChainGraph
            drawing={drawing}
            caption="The chain from the worker’s home to where they work"
            tables="#tables"
          />
          {contradictions > 0 ? (
            <p>{`${contradictions === 1 ? 'In one place' : `In ${contradictions} places`} answers differ from one another: the graver one is drawn, and the tables name all.`}</p>
          ) : null}
          <Section title="Months of pay to get the job">
            <MonthsOfPay corridors={months} answerAt={answerAt} />
          </Section>
          <Section title="From where to where">
            <CorridorMap
              map={map}
              caption="Corridors people come by"
              corridorAt={(corridor) => `/corridors/${corridor.replace('-', '/')}`}
            />
          </Section>
          <ChainTables id="tables" parties={parties} steps={steps} answerAt={answerAt} pageAt={pageAt} />
        </>
      )}
    </>
  );
}
