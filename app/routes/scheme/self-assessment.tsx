import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { mayOpen } from '#app/features/applications/review/queries.server.ts';
import { findCompletedResult } from '#app/features/self-assessment/result.server.ts';
import { Results } from '#app/features/self-assessment/ui/results.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { valueInWords } from '#app/ui/charts/geometry.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Self-assessment of a recruiter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer', 'decider');
  const { id, recruiter, organisationId } = found(await findApplication(scope, found(params['id'])));
  if (!(await mayOpen(scope, id))) throw redirect(`/scheme/applications/${id}`);
  const attempt = new URL(request.url).searchParams.get('attempt') ?? undefined;
  const result = await findCompletedResult(scope.db, { organisationId, attempt });
  return { id, recruiter, result };
}

export default function SelfAssessment() {
  const { id, recruiter, result } = useLoaderData<typeof loader>();
  const here = `/scheme/applications/${id}/self-assessment`;
  const back = { to: `/scheme/applications/${id}`, label: recruiter };
  if (!result) {
    return (
      <>
        <PageHeader title="Self-assessment" back={back} />
        <EmptyState title="None completed">
          What the recruiter completes stands here. What it is still working on is its own.
        </EmptyState>
      </>
    );
  }
  const { attempt, completedAt } = result.attempt;
  return (
    <>
      <PageHeader
        title={`Self-assessment ${attempt}`}
        back={back}
        clock={completedAt && `Completed on ${dayInWords(dayOf(new Date(completedAt)))}`}
        lead={`The recruiter sees itself at ${valueInWords(result.maturity)} of 4. It is its own word, not a finding.`}
      />
      <Results result={result} />
      {result.completed.length > 1 ? (
        <Section title="Others it completed">
          <ul>
            {result.completed.map(({ attempt: other }) => (
              <li key={other}>
                <TextLink to={`${here}?attempt=${other}`}>{`Self-assessment ${other}`}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
