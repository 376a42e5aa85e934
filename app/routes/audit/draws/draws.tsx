import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAskedDraws } from '#app/features/audits/programme/draws/asked/queries.server.ts';
import { AskedDraws } from '#app/features/audits/programme/draws/asked/ui/being-drawn.tsx';
import { listDraws } from '#app/features/audits/programme/draws/queries.server.ts';
import { DrawTable } from '#app/features/audits/programme/draws/ui/draw-table.tsx';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Random draws · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const page = pageOf(request);
  return { ...(await listDraws(scope, page)), asked: await listAskedDraws(scope), page };
}

export default function Draws() {
  const { draws, asked, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Random draws"
        lead="Certificates drawn by lot to be audited unannounced. A draw stands as it fell, and anybody who has its page can compute it again. No recruiter learns of one."
        back={{ to: '/audits/calendar', label: 'Audit calendar' }}
        action={<ButtonLink to="/scheme/audit-draws/new">Draw</ButtonLink>}
      />
      <AskedDraws asked={asked} />
      <DrawTable draws={draws} count={count} />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/scheme/audit-draws?page=${to}`} />
    </>
  );
}
