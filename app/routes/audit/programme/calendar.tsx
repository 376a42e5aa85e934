import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAhead } from '#app/features/audits/programme/ahead.server.ts';
import { monthOf } from '#app/features/audits/programme/month.ts';
import { listChoices } from '#app/features/audits/programme/narrowing/queries.server.ts';
import { narrowedAddress, narrowingOf } from '#app/features/audits/programme/narrowing/rules.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { Agenda } from '#app/features/audits/programme/ui/agenda.tsx';
import { Ahead } from '#app/features/audits/programme/ui/ahead.tsx';
import { CalendarFilters } from '#app/features/audits/programme/ui/calendar-filters.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit calendar · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'recruiter');
  const asked = new URL(request.url).searchParams;
  const kind = scope.actor.kind;
  const filter = {
    type: asked.get('type') ?? '',
    notice: asked.get('notice') ?? '',
    page: pageOf(request),
    narrowing: narrowingOf(kind, asked),
  };
  const today = dayOf(scope.now);
  const [programme, ahead, choices] = await Promise.all([
    listProgramme(scope, filter),
    listAhead(scope, filter.narrowing),
    listChoices(scope, filter.narrowing),
  ]);
  return { ...programme, ahead, choices, filter, today, kind, month: monthOf(null, today).month };
}

export default function Calendar() {
  const { entries, count, pages, ahead, choices, filter, today, kind, month } =
    useLoaderData<typeof loader>();
  const { narrowing, type, notice } = filter;
  return (
    <>
      <PageHeader
        title="Audit calendar"
        lead={kind === 'recruiter' ? rule : undefined}
        action={
          <>
            <ButtonLink to={narrowedAddress('/audits/calendar/month', narrowing, { month })} kind="secondary">
              By month
            </ButtonLink>
            {kind === 'officer' ? (
              <ButtonLink to="/scheme/audit-draws" kind="secondary">
                Random draws
              </ButtonLink>
            ) : null}
            <ButtonLink to={narrowedAddress('/audits/calendar/feed', narrowing)} kind="secondary">
              In your own calendar
            </ButtonLink>
          </>
        }
      />
      {kind === 'recruiter' ? null : <CalendarFilters kind={kind} filter={filter} choices={choices} />}
      <Section title="To be scheduled">
        {narrowing.auditor ? (
          <p>What nobody scheduled yet is no auditor’s. Ask for any auditor to see it.</p>
        ) : (
          <Agenda entries={entries} today={today} count={count} schedules={kind === 'auditor'} />
        )}
        <Pagination
          page={filter.page}
          pages={pages}
          count={count}
          href={(to) => narrowedAddress('/audits/calendar', narrowing, { type, notice, page: String(to) })}
        />
      </Section>
      <Section title="Scheduled">
        <Ahead audits={ahead.audits} count={ahead.count} />
      </Section>
    </>
  );
}

const rule =
  'You are audited within twelve months of your certificate and then each year. At least one audit of a cycle comes without its day being told. Audits that are announced stand in the months with their days.';
