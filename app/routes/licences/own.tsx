import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listOwnLicences } from '#app/features/licences/lists.server.ts';
import { LicenceTable } from '#app/features/licences/ui/licence-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your licences · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { licences: await listOwnLicences(scope), today: dayOf(scope.now) };
}

const add = <ButtonLink to="/licences/new">Add a licence</ButtonLink>;

export default function OwnLicences() {
  const { licences, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Your licences"
        lead="Each licence to recruit that your agency holds, and what the scheme and the authorities say of it."
        action={licences.length > 0 ? add : null}
      />
      <LicenceTable
        licences={licences}
        count={licences.length}
        today={today}
        place="/licences"
        empty={{
          title: 'No licence yet',
          text: 'Licences you name in your application stand here once you have sent it. You can also add one now.',
          action: add,
        }}
      />
    </>
  );
}
