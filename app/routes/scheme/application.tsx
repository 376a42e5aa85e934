import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import {
  findAssigned,
  listChecklist,
  mayOpen,
  standingWith,
} from '#app/features/applications/review/queries.server.ts';
import { Checklist } from '#app/features/applications/review/ui/checklist.tsx';
import { Closed } from '#app/features/applications/review/ui/closed.tsx';
import { ReviewHeader } from '#app/features/applications/review/ui/review-header.tsx';
import { findCopy, listReviews, listScans } from '#app/features/applications/sections/queries.server.ts';
import { CopyAsSent } from '#app/features/applications/ui/copy-as-sent.tsx';
import { Reviews } from '#app/features/applications/ui/reviews.tsx';
import { declareFirst } from '#app/features/certificates/decisions/declare-first.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Columns, Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.application.recruiter ?? 'Application'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer', 'decider');
  const asked = found(params['id']);
  const application = found(
    (await findApplication(scope, asked)) ?? (await declareFirst(scope, 'application', asked)),
  );
  const { id } = application;
  const officer = scope.actor.kind === 'officer';
  const [standing, timeline, assigned] = await Promise.all([
    standingWith(scope.db, id, scope.actor.accountId),
    timelineOf(scope, id),
    findAssigned(scope, id),
  ]);
  // What the applicant sent does not leave the server before an officer has declared.
  const contents = (await mayOpen(scope, id))
    ? {
        copy: await findCopy(scope.db, id),
        documents: await listScans(scope.db, id),
        reviews: await listReviews(scope.db, id),
        checklist: officer ? await listChecklist(scope.db, id) : [],
      }
    : undefined;
  return { application, officer, standing, assigned, contents, timeline, today: dayOf(scope.now) };
}

export default function Application() {
  const { application, officer, standing, assigned, contents, timeline, today } =
    useLoaderData<typeof loader>();
  const here = `/scheme/applications/${application.id}`;
  const reviewing = officer && application.state === 'under_review';
  return (
    <>
      <ReviewHeader
        application={application}
        officer={officer}
        free={standing === 'free'}
        assigned={assigned?.name}
        today={today}
      />
      <Columns
        main={
          contents ? (
            <>
              {officer ? <Checklist here={here} lines={contents.checklist} open={reviewing} /> : null}
              <CopyAsSent copy={contents.copy} />
              {contents.copy ? (
                <TextLink to={`/files/applications/${application.id}/copy`}>This copy as a PDF</TextLink>
              ) : null}
              <Section
                title="Scans of licences"
                aside={
                  <TextLink to={`/documents/of/${application.organisationId}`}>All its documents</TextLink>
                }
              >
                <Summary
                  items={contents.documents.map(({ id, filename, bytes }) => ({
                    term: bytesInWords(bytes),
                    value: <TextLink to={`/documents/${id}`}>{filename}</TextLink>,
                  }))}
                />
              </Section>
            </>
          ) : (
            <Closed here={here} standing={standing} recruiter={application.recruiter} />
          )
        }
        aside={
          <>
            {contents ? (
              <>
                <TextLink to={`${here}/self-assessment`}>The recruiter’s self-assessment</TextLink>
                <TextLink to={`${here}/network`}>The recruiter’s network</TextLink>
              </>
            ) : null}
            <Reviews reviews={contents?.reviews ?? []} />
            <Section title="What happened so far">
              <Timeline entries={timeline} />
            </Section>
          </>
        }
      />
    </>
  );
}
