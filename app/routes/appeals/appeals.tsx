import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAppeals } from '#app/features/applications/appeals/queries.server.ts';
import { AppealTable } from '#app/features/applications/appeals/ui/appeal-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Appeals · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  return { appeals: await listAppeals(scope), today: dayOf(scope.now) };
}

export default function Appeals() {
  const { appeals, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Appeals"
        lead="Against rejections and refusals. People who had no part in the decision decide, within 60 days."
      />
      <AppealTable appeals={appeals} today={today} />
    </>
  );
}
