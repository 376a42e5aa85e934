import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { findEntry } from '#app/features/mapping/corridors/queries.server.ts';
import { SourceLine } from '#app/features/mapping/corridors/ui/provenance.tsx';
import { EntryTag } from '#app/features/mapping/corridors/ui/standing-tag.tsx';
import { EarlierVersions } from '#app/features/mapping/corridors/ui/versions.tsx';
import { placeInWords, topicNames } from '#app/features/mapping/corridors/ui/words.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Columns, PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Entry of the corridor book · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const entry = found(await findEntry(scope, found(params['id'])));
  return { entry, timeline: await timelineOf(scope, entry.id) };
}

export default function EntryPage() {
  const { entry, timeline } = useLoaderData<typeof loader>();
  const place = `/scheme/corridors/${entry.id}`;
  const open = entry.standing !== 'withdrawn';
  return (
    <>
      <PageHeader
        title={entry.title}
        back={{ to: '/scheme/corridors', label: 'Corridor book' }}
        eyebrow={`${placeInWords(entry)} · ${topicNames[entry.topic]}`}
        tag={<EntryTag standing={entry.standing} />}
        action={open ? <ButtonLink to={`${place}/change`}>Change it, or check it again</ButtonLink> : null}
      />
      <Columns
        main={
          <>
            <p className="whitespace-pre-line">{entry.words}</p>
            <SourceLine {...entry} />
            {entry.withdrawnReason ? (
              <Summary items={[{ term: 'Withdrawn', value: entry.withdrawnReason }]} />
            ) : (
              <Actions>
                <ButtonLink to={`${place}/withdraw`} kind="secondary">
                  Withdraw
                </ButtonLink>
              </Actions>
            )}
            <EarlierVersions versions={entry.versions.slice(1)} />
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
