import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { worded } from '#app/events/wording.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { findCopy, listReviews, listScans } from '#app/features/applications/sections/queries.server.ts';
import { CopyAsSent } from '#app/features/applications/ui/copy-as-sent.tsx';
import { Reviews } from '#app/features/applications/ui/reviews.tsx';
import { StateTag } from '#app/features/applications/ui/state-tag.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { found } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Columns, PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.application.recruiter ?? 'Application'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer', 'decider');
  const application = found(await findApplication(scope, found(params['id'])));
  const [copy, documents, reviews, timeline] = await Promise.all([
    findCopy(scope.db, application.id),
    listScans(scope.db, application.id),
    listReviews(scope.db, application.id),
    timelineOf(scope, application.id),
  ]);
  return {
    application,
    copy,
    documents,
    reviews,
    timeline,
    today: dayOf(scope.now),
    mayReview: scope.actor.kind === 'officer',
  };
}

export default function Application() {
  const { application, copy, documents, reviews, timeline, today, mayReview } =
    useLoaderData<typeof loader>();
  const here = `/scheme/applications/${application.id}`;
  const due = 'reviewDueOn' in application ? application.reviewDueOn : undefined;
  const deciding = mayReview && application.state === 'under_review';
  return (
    <>
      <PageHeader
        title={application.recruiter}
        eyebrow={[application.reference, countryName(application.country), application.registrationNumber]
          .filter(Boolean)
          .join(' · ')}
        back={mayReview ? { to: '/scheme/applications', label: 'Applications' } : undefined}
        tag={<StateTag state={application.state} />}
        clock={
          due
            ? `Review due ${dayInWords(due)}, ${untilInWords(due, today)}`
            : application.auditBody && `Audited by ${application.auditBody}`
        }
        action={
          deciding ? (
            <>
              <ButtonLink to={`${here}/accept`}>Accept</ButtonLink>
              <ButtonLink to={`${here}/defer`} kind="secondary">
                Ask for more
              </ButtonLink>
              <ButtonLink to={`${here}/reject`} kind="secondary">
                Reject
              </ButtonLink>
            </>
          ) : null
        }
      />
      <Columns
        main={
          <>
            <CopyAsSent copy={copy} />
            {copy ? (
              <TextLink to={`/files/applications/${application.id}/copy`}>This copy as a PDF</TextLink>
            ) : null}
            <Section title="Scans of licences">
              <Summary
                items={documents.map(({ id, filename, bytes }) => ({
                  term: bytesInWords(bytes),
                  value: <TextLink to={`/documents/${id}`}>{filename}</TextLink>,
                }))}
              />
            </Section>
          </>
        }
        aside={
          <>
            <TextLink to={`${here}/self-assessment`}>The recruiter’s self-assessment</TextLink>
            <Reviews reviews={reviews} />
            <Section title="What happened so far">
              <Timeline entries={worded(timeline)} />
            </Section>
          </>
        }
      />
    </>
  );
}
