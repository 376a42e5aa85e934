import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { monthOf } from '#app/features/audits/programme/month.ts';
import { listSpan } from '#app/features/audits/programme/month.server.ts';
import { listChoices } from '#app/features/audits/programme/narrowing/queries.server.ts';
import { narrowedAddress, narrowingOf } from '#app/features/audits/programme/narrowing/rules.ts';
import { NarrowingFields } from '#app/features/audits/programme/narrowing/ui/narrowing-fields.tsx';
import { MonthGrid } from '#app/features/audits/programme/ui/month-page.tsx';
import { dayOf, monthInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Audits of a month · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'recruiter');
  const asked = new URL(request.url).searchParams;
  const month = monthOf(asked.get('month'), dayOf(scope.now));
  const narrowing = narrowingOf(scope.actor.kind, asked);
  const [span, choices] = await Promise.all([
    listSpan(scope, { from: month.first, until: month.last, narrowing }),
    listChoices(scope, narrowing),
  ]);
  return { ...month, ...span, narrowing, choices, kind: scope.actor.kind };
}

export default function AuditsOfMonth() {
  const { month, first, before, after, weeks, audits, due, narrowing, choices, kind } =
    useLoaderData<typeof loader>();
  const at = (other: string) => narrowedAddress('/audits/calendar/month', narrowing, { month: other });
  return (
    <>
      <PageHeader
        title={`Audits in ${monthInWords(first)}`}
        back={{ to: narrowedAddress('/audits/calendar', narrowing), label: 'Audit calendar' }}
      />
      {kind === 'recruiter' ? null : (
        <Filters clear={`/audits/calendar/month?month=${month}`}>
          <input type="hidden" name="month" value={month} />
          <NarrowingFields kind={kind} narrowing={narrowing} choices={choices} />
        </Filters>
      )}
      <nav aria-label="Months" className="flex gap-6 print:hidden">
        <TextLink to={at(before)} rel="prev">
          {monthInWords(`${before}-01`)}
        </TextLink>
        <TextLink to={at(after)} rel="next">
          {monthInWords(`${after}-01`)}
        </TextLink>
      </nav>
      <MonthGrid month={month} weeks={weeks} audits={audits} due={due} />
    </>
  );
}
