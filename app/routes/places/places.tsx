import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { roleNames } from '#app/features/accounts/model.ts';
import { listPlaces } from '#app/features/accounts/queries.server.ts';
import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Where you work · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const places = await listPlaces(scope.db, scope.actor.accountId);
  return { places, current: (await personOf(request))?.membershipId };
}

export default function Places() {
  const { places, current } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Where you work"
        lead="You see and do what one place and role allow. Switch here; nothing you saved is lost."
      />
      {places.map(({ membershipId, organisation, role }) => (
        <Card key={membershipId} title={organisation}>
          <p>As {roleNames[role] ?? role}.</p>
          {membershipId === current ? (
            <p className="font-semibold">You are here now.</p>
          ) : (
            <form method="post" action={`/places/${membershipId}`}>
              <Button
                kind="secondary"
                aria-label={`Switch to ${organisation}, as ${roleNames[role] ?? role}`}
              >
                Switch
              </Button>
            </form>
          )}
        </Card>
      ))}
    </>
  );
}
