import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnResult } from '#app/features/self-assessment/result.server.ts';
import { Results } from '#app/features/self-assessment/ui/results.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { valueInWords } from '#app/ui/charts/geometry.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Result · Self-assessment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findOwnResult(scope, found(params['attempt'])));
}

export default function Result() {
  const result = useLoaderData<typeof loader>();
  const { attempt, completedAt, whole, indicators } = result.attempt;
  return (
    <>
      <PageHeader
        title={`Result of self-assessment ${attempt}`}
        back={{ to: `/self-assessment/${attempt}`, label: 'Self-assessment' }}
        clock={
          completedAt
            ? `Completed on ${dayInWords(dayOf(new Date(completedAt)))}`
            : `So far: ${whole} of ${indicators} indicators answered`
        }
        lead={`Your agency stands at ${valueInWords(result.maturity)} of 4. At 3 an indicator works and its records show it.`}
      />
      <Results result={result} />
    </>
  );
}
