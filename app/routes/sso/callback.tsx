import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { comeBack } from '#app/features/accounts/sso/sign-on.server.ts';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { refused } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'You are not signed in yet · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const outcome = await comeBack(request);
  if (!outcome.ok) return refused(outcome.refusal);
  throw redirect(outcome.value.to, { headers: outcome.value.headers });
}

export default function ComeBack() {
  const { refusal } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="That did not work" lead={signOnRefusal(refusal)} />
      <Actions>
        <ButtonLink to="/sign-in/sso">Begin again</ButtonLink>
        <ButtonLink to="/sign-in" kind="secondary">
          Sign in with a password
        </ButtonLink>
      </Actions>
    </>
  );
}
