import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'This mailbox confirmed · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function AddressHalf() {
  return (
    <PageHeader
      title="This mailbox confirmed"
      lead="The change is made when the link in the other mailbox is confirmed as well. Until then the old address stays."
      action={<ButtonLink to="/">Go to the first page</ButtonLink>}
    />
  );
}
