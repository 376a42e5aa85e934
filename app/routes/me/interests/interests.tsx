import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declaringRoles } from '#app/features/bodies/interests/policy.ts';
import { listInterests } from '#app/features/bodies/interests/queries.server.ts';
import { InterestTable } from '#app/features/bodies/interests/ui/interest-table.tsx';
import { tiesKeepAway } from '#app/features/bodies/interests/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your ties to recruiters · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...declaringRoles);
  return { today: dayOf(scope.now), interests: await listInterests(scope, scope.actor.accountId) };
}

export default function Interests() {
  const { interests, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Your ties to recruiters"
        back={{ to: '/me', label: 'Your account' }}
        lead={`${tiesKeepAway} What you declare stands; a tie that is over is ended by a new declaration.`}
        action={<ButtonLink to="/me/interests/new">Declare a tie</ButtonLink>}
      />
      <Section title="Declared">
        <InterestTable
          interests={interests}
          today={today}
          empty="What you declare appears here, and stays."
          action={({ id, kind, untilOn, corrected, recruiter }) =>
            kind === 'none' || untilOn || corrected ? null : (
              <TextLink to={`/me/interests/${id}/end`}>
                It is over<span className="sr-only">{`: ${recruiter}`}</span>
              </TextLink>
            )
          }
        />
      </Section>
    </>
  );
}
