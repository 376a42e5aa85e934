import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { MailOnItsWay } from '#app/features/accounts/people/ui/mail-on-its-way.tsx';
import { enter } from '#app/features/accounts/session.server.ts';

export const meta: MetaFunction = () => [{ title: 'Look into your mailbox · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function NewLinkSent() {
  return (
    <MailOnItsWay
      title="Look into your mailbox"
      lead="If something waits for this address, a new link is on its way."
      waits="what waits is kept meanwhile"
      again="/new-link"
    />
  );
}
