import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The address was not changed · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function AddressTaken() {
  return (
    <PageHeader
      title="The address was not changed"
      lead="The new address has an account of its own, so this account keeps its old address. Close the other account first, or choose another address."
      action={<ButtonLink to="/sign-in">Sign in</ButtonLink>}
    />
  );
}
