import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The address is changed · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function AddressChanged() {
  return (
    <PageHeader
      title="The address is changed"
      lead="From now on you sign in with the new address. We told both mailboxes."
      action={<ButtonLink to="/sign-in">Sign in</ButtonLink>}
    />
  );
}
