import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { listSessions } from '#app/features/accounts/sessions/queries.server.ts';
import { SessionTable } from '#app/features/accounts/sessions/ui/session-table.tsx';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'My sessions · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  return { sessions: await listSessions(scope), current: (await personOf(request))?.sessionId };
}

export default function Sessions() {
  const { sessions, current } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="My sessions"
        lead="Everywhere you are signed in. End what you do not know, and change your password then."
        action={
          <ButtonLink to="/me/sessions/end-all" kind="secondary">
            Sign out everywhere
          </ButtonLink>
        }
      />
      <SessionTable sessions={sessions} current={current} />
      <p>
        <TextLink to="/me/trail">Everything that happened to your account</TextLink>
      </p>
    </>
  );
}
