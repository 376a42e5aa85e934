import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { outlineOf } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { DraftParts } from '#app/features/mapping/questionnaires/ui/draft-parts.tsx';
import { Faults } from '#app/features/mapping/questionnaires/ui/faults.tsx';
import { OutlineView } from '#app/features/mapping/questionnaires/ui/outline.tsx';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Draft · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const draft = found(await findDraft(scope, found(params['draftId'])));
  const { id, definition, baseVersion, publishedVersionId } = draft;
  const timeline = await timelineOf(scope, id);
  return { id, baseVersion, publishedVersionId, outline: outlineOf(definition), timeline };
}

export default function Draft() {
  const { id, baseVersion, publishedVersionId, outline, timeline } = useLoaderData<typeof loader>();
  const base = `/scheme/questionnaires/drafts/${id}`;
  const edits = publishedVersionId === null;
  return (
    <>
      <PageHeader
        title={`${outline.title}, version ${baseVersion + 1}`}
        back={{ to: '/scheme/questionnaires', label: 'Questionnaires' }}
        eyebrow={edits ? 'Draft' : 'Published'}
        lead={edits ? 'Only officers see it until it is published.' : 'It was published and stands as it is.'}
        action={edits ? <ButtonLink to={`${base}/publish`}>Publish</ButtonLink> : null}
      />
      <Columns
        main={
          <>
            <Faults faults={outline.faults} />
            <OutlineView outline={outline} base={base} edits={edits} />
          </>
        }
        aside={
          <>
            <DraftParts outline={outline} base={base} edits={edits} />
            <Section title="What happened">
              <Timeline entries={timeline} />
            </Section>
          </>
        }
      />
    </>
  );
}
