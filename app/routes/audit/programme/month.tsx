import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { monthOf } from '#app/features/audits/programme/month.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { MonthGrid } from '#app/features/audits/programme/ui/month-page.tsx';
import { dayOf, monthInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Audits of a month · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'recruiter');
  const month = monthOf(new URL(request.url).searchParams.get('month'), dayOf(scope.now));
  return { ...month, ...(await listSpan(scope, { from: month.first, until: month.last })) };
}

export default function AuditsOfMonth() {
  const { month, first, before, after, weeks, audits, due } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`Audits in ${monthInWords(first)}`}
        back={{ to: '/audits/calendar', label: 'Audit calendar' }}
      />
      <nav aria-label="Months" className="flex gap-6 print:hidden">
        <TextLink to={`/audits/calendar/month?month=${before}`} rel="prev">
          {monthInWords(`${before}-01`)}
        </TextLink>
        <TextLink to={`/audits/calendar/month?month=${after}`} rel="next">
          {monthInWords(`${after}-01`)}
        </TextLink>
      </nav>
      <MonthGrid month={month} weeks={weeks} audits={audits} due={due} />
    </>
  );
}
