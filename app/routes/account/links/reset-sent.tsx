import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { MailOnItsWay } from '#app/features/accounts/people/ui/mail-on-its-way.tsx';
import { enter } from '#app/features/accounts/session.server.ts';

export const meta: MetaFunction = () => [{ title: 'Look into your mailbox · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function ResetSent() {
  return (
    <MailOnItsWay
      title="Look into your mailbox"
      lead="If there is an account with this address, a link is on its way. It works for one hour, once. Until you use it, your password stays as it is."
      waits="your account stays as it is meanwhile"
      again="/reset"
    />
  );
}
