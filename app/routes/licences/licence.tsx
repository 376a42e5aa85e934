import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { shownOn } from '#app/features/licences/rules.ts';
import { LicenceFacts, Steps } from '#app/features/licences/ui/licence-facts.tsx';
import { LicenceTag } from '#app/features/licences/ui/standing-tag.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your licence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const licence = found(await findLicence(scope, found(params['licenceId'])));
  const today = dayOf(scope.now);
  return { licence, today, shown: shownOn(licence, today) };
}

export default function OwnLicence() {
  const { licence, today, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`Licence ${licence.number}`}
        back={{ to: '/licences', label: 'Your licences' }}
        tag={<LicenceTag shown={shown} />}
        action={
          shown === 'revoked' ? null : (
            <ButtonLink to={`/licences/${licence.id}/renew`}>Enter a renewal</ButtonLink>
          )
        }
      />
      <LicenceFacts licence={licence} today={today} />
      <Steps steps={licence.steps} />
    </>
  );
}
