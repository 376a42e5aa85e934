import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';

import { askWhoItIs, enter } from '#app/features/accounts/session.server.ts';
import { roles } from '#app/platform/scope.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Everything about you · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, ...roles);
  await askWhoItIs(request);
  return null;
}

export default function Export() {
  return (
    <>
      <PageHeader
        title="Download everything about you"
        lead="One file with your account, your places and sessions, how you sign in, your invitations and the facts in which you appear. Other programs can read it (JSON). Secrets such as your password are not in it."
        back={{ to: '/me', label: 'Your account' }}
      />
      <form method="post" action="/me/export/file">
        <Button>Download</Button>
      </form>
    </>
  );
}
