import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { isWithinReach } from '#app/features/accounts/admission.server.ts';
import { roleNames } from '#app/features/accounts/model.ts';
import { listPlaces } from '#app/features/accounts/queries.server.ts';
import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Where you work · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const person = found(await personOf(request));
  const all = await listPlaces(scope.db, scope.actor.accountId);
  const places = all.filter((place) => isWithinReach(person, place));
  return { places, current: person.membershipId, elsewhere: all.length > places.length };
}

export default function Places() {
  const { places, current, elsewhere } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Where you work"
        lead="You see and do what one place and role allow. Switch here; nothing you saved is lost."
      />
      {elsewhere ? (
        <p className="max-w-prose">
          You came in through your organisation, which vouches for you here alone. For your other places sign
          out and sign in with your password or a passkey.
        </p>
      ) : null}
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
