import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { findHelp } from '#app/features/workers/help/queries.server.ts';
import { HelpFacts } from '#app/features/workers/help/ui/help-facts.tsx';
import { HelpTag } from '#app/features/workers/help/ui/standing-tag.tsx';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Who helps · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const entry = found(await findHelp(scope, found(params['id'])));
  return { entry, timeline: await timelineOf(scope, entry.id) };
}

export default function Entry() {
  const { entry, timeline } = useLoaderData<typeof loader>();
  const place = `/scheme/help/${entry.id}`;
  const open = entry.standing !== 'withdrawn';
  return (
    <>
      <PageHeader
        title={entry.name}
        back={{ to: '/scheme/help', label: 'Help for workers' }}
        eyebrow={entry.demonstration ? 'Example, no real place' : undefined}
        tag={<HelpTag standing={entry.standing} />}
        action={open ? <ButtonLink to={`${place}/check`}>Checked again today</ButtonLink> : null}
      />
      <Columns
        main={
          <>
            <HelpFacts entry={entry} />
            {open ? (
              <Actions>
                <ButtonLink to={`${place}/change`} kind="secondary">
                  Change
                </ButtonLink>
                <ButtonLink to={`${place}/withdraw`} kind="secondary">
                  Withdraw
                </ButtonLink>
              </Actions>
            ) : null}
          </>
        }
        aside={
          <Section title="What happened">
            <Timeline entries={timeline} />
          </Section>
        }
      />
    </>
  );
}
