import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findProgress } from '#app/features/self-assessment/criterion.server.ts';
import { Progress } from '#app/features/self-assessment/ui/progress.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Criteria · Self-assessment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findProgress(scope, found(params['attempt'])));
}

export default function Attempt() {
  const { attempt, parts, startedAt, completedAt } = useLoaderData<typeof loader>();
  const here = `/self-assessment/${attempt}`;
  const next = parts.find(({ open }) => open > 0);
  const done = parts.filter(({ open }) => open === 0).length;
  return (
    <>
      <PageHeader
        title={`Self-assessment ${attempt}`}
        back={{ to: '/self-assessment', label: 'Self-assessments' }}
        clock={
          completedAt
            ? `Completed on ${dayInWords(dayOf(new Date(completedAt)))}`
            : `Begun on ${dayInWords(dayOf(new Date(startedAt)))}, ${done} of ${parts.length} criteria whole`
        }
        action={
          completedAt ? (
            <ButtonLink to={`${here}/result`}>See the result</ButtonLink>
          ) : (
            <>
              {next ? (
                <ButtonLink to={`${here}/criteria/${next.code}`}>{`Go on with ${next.code}`}</ButtonLink>
              ) : (
                <ButtonLink to={`${here}/complete`}>Complete it</ButtonLink>
              )}
              <ButtonLink to={`${here}/result`} kind="secondary">
                Result so far
              </ButtonLink>
            </>
          )
        }
      />
      <Progress attempt={attempt} parts={parts} />
    </>
  );
}
