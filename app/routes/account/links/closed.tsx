import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your account is closed · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function Closed() {
  return (
    <PageHeader
      title="Your account is closed"
      lead="Your name, your address and every way to sign in are deleted. What you did for the record stays, without your name. No mail follows: there is no address left to send it to."
      action={<ButtonLink to="/">Go to the first page</ButtonLink>}
    />
  );
}
