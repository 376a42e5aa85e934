import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { findMyFactors, findOpenReset } from '#app/features/accounts/factors/queries.server.ts';
import { AuthenticatorPart, CodesPart, PasskeyList } from '#app/features/accounts/factors/ui/factor-list.tsx';
import { roleNames } from '#app/features/accounts/model.ts';
import { enter, owesFactor, personOf } from '#app/features/accounts/session.server.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Second factors · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const person = found(await personOf(request));
  return {
    factors: await findMyFactors(scope),
    reset: (await findOpenReset(scope)) !== undefined,
    owes: owesFactor(person),
    role: roleNames[person.actor.kind] ?? person.actor.kind,
  };
}

export default function Factors() {
  const { factors, reset, owes, role } = useLoaderData<typeof loader>();
  const any = factors.passkeys.length > 0 || factors.authenticatorSince !== null;
  return (
    <>
      <PageHeader
        title={owes ? 'Add a second factor first' : 'Second factors'}
        lead={
          owes
            ? `As ${role} you decide about others, so a stolen password alone must not be enough. Add a passkey or an authenticator app: it takes two minutes, and then you go on.`
            : 'What you sign in with beside your password, or instead of it.'
        }
      />
      {reset ? (
        <Card title="A reset of your second factors is under way" tone="stopped">
          <p>
            Officers of the scheme were told that you lost them. If that is wrong,{' '}
            <TextLink to="/me/factors/reset/cancel">stop the reset</TextLink>.
          </p>
        </Card>
      ) : null}
      {owes ? (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/me/factors/passkey">Add a passkey</ButtonLink>
          <ButtonLink to="/me/factors/authenticator" kind="secondary">
            Add an authenticator app
          </ButtonLink>
        </div>
      ) : (
        <>
          <PasskeyList passkeys={factors.passkeys} />
          <AuthenticatorPart authenticatorSince={factors.authenticatorSince} />
        </>
      )}
      {any ? <CodesPart codesLeft={factors.codesLeft} /> : null}
      {owes ? null : (
        <p>
          Changed something because a device is lost, or may be in other hands?{' '}
          <TextLink to="/me/sessions">End your other sessions</TextLink> as well.
        </p>
      )}
    </>
  );
}
