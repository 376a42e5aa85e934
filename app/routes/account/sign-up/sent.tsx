import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { MailOnItsWay } from '#app/features/accounts/people/ui/mail-on-its-way.tsx';
import { enter } from '#app/features/accounts/session.server.ts';

export const meta: MetaFunction = () => [{ title: 'Look into your mailbox · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export default function SignUpSent() {
  return (
    <MailOnItsWay
      title="Look into your mailbox"
      lead="A mail is on its way to the address you gave. Open its link within two days and type the password you just chose: then your account is open."
      waits="what you filled in waits here meanwhile"
      again="/new-link"
    />
  );
}
