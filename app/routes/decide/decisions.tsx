import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listMeetings } from '#app/features/certificates/decisions/meetings/queries.server.ts';
import { listOpen } from '#app/features/certificates/decisions/queries.server.ts';
import { MatterTable } from '#app/features/certificates/decisions/ui/matter-table.tsx';
import { Meetings } from '#app/features/certificates/decisions/ui/meetings.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Decisions · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  const [open, meetings] = await Promise.all([listOpen(scope), listMeetings(scope)]);
  return { open, meetings, today: dayOf(scope.now) };
}

export default function Decisions() {
  const { open, meetings, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Decisions"
        lead="What is before the panel, the soonest due first."
        action={
          open.length > 0 ? (
            <ButtonLink to="/scheme/meetings/new" kind="secondary">
              Call a meeting
            </ButtonLink>
          ) : undefined
        }
      />
      <MatterTable matters={open} today={today} />
      <Meetings meetings={meetings} />
    </>
  );
}
