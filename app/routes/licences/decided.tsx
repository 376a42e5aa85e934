import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { shownOn } from '#app/features/licences/rules.ts';
import { DecisionLinks } from '#app/features/licences/ui/decision-links.tsx';
import { LicenceFacts, Steps } from '#app/features/licences/ui/licence-facts.tsx';
import { LicenceTag } from '#app/features/licences/ui/standing-tag.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Columns, PageHeader } from '#app/ui/page.tsx';

import { licenceAtPlace } from './at-place.server.ts';

export const meta: MetaFunction = () => [{ title: 'Licence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'authority');
  const { licence, place } = found(await licenceAtPlace(scope, { request, params }));
  const today = dayOf(scope.now);
  return { licence, today, shown: shownOn(licence, today), place };
}

export default function DecidedLicence() {
  const { licence, today, shown, place } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`Licence ${licence.number}`}
        back={{ to: place, label: 'Licences' }}
        eyebrow={licence.holder}
        tag={<LicenceTag shown={shown} />}
      />
      <Columns
        main={
          <>
            <LicenceFacts licence={licence} today={today} />
            <Steps steps={licence.steps} />
          </>
        }
        aside={<DecisionLinks licence={licence} today={today} place={place} />}
      />
    </>
  );
}
