import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { rememberedFigures } from '#app/features/workers/figures/queries.server.ts';
import { ComplaintFigures, ComplaintProof } from '#app/features/workers/figures/ui/complaint-figures.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'In public · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  return { periods: (await rememberedFigures(scope)) ?? null };
}

export default function Transparency() {
  const { periods } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="In public"
        lead="How the scheme works, in figures it does not choose, and in lists that anybody can check."
      />
      <Section title="Complaints of workers">
        <ComplaintFigures periods={periods} />
      </Section>
      <Section title="Proof that a complaint was received">
        <ComplaintProof />
      </Section>
    </>
  );
}
