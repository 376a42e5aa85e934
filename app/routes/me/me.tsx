import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { roleNames } from '#app/features/accounts/model.ts';
import { languageNames, languageOf } from '#app/features/accounts/people/languages.ts';
import { findMe } from '#app/features/accounts/people/queries.server.ts';
import { MyAccount } from '#app/features/accounts/people/ui/my-account.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { mayDeclareInterests } from '#app/features/bodies/interests/policy.ts';

export const meta: MetaFunction = () => [{ title: 'Your account · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const { name, email, language, places, change } = await findMe(scope);
  return {
    name,
    email: email ?? '',
    declares: mayDeclareInterests(scope.actor),
    newEmail: change?.newEmail,
    language: languageNames[languageOf(language)],
    places: places.map(({ organisation, role, ownerSince }) => ({
      organisation,
      role: roleNames[role] ?? role,
      owner: ownerSince !== null,
    })),
  };
}

export default function Me() {
  return <MyAccount me={useLoaderData<typeof loader>()} />;
}
