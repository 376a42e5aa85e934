import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findChain } from '#app/features/mapping/chain/chain.server.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The chain · Mapping · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const asked = new URL(request.url).searchParams.get('campaign');
  const campaign = asked === null ? undefined : found(await findCampaign(scope, asked));
  const { nodes, edges } = await findChain(scope, campaign?.id);
  return { campaign: campaign?.name, nodes: nodes.length, edges: edges.length };
}

export default function ChainPage() {
  const { campaign, nodes, edges } = useLoaderData<typeof loader>();
  return (
    <PageHeader
      title="The chain"
      eyebrow={campaign}
      back={{ to: '/mapping', label: 'Mapping' }}
      lead={`${nodes} parties, ${edges} ties`}
    />
  );
}
