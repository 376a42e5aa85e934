import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { noticeNames, noticeTypes, typeNames } from '#app/features/audits/model.ts';
import { monthOf } from '#app/features/audits/programme/month.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { entryTypes } from '#app/features/audits/programme/rules.ts';
import { Agenda } from '#app/features/audits/programme/ui/agenda.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit calendar · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'recruiter');
  const asked = new URL(request.url).searchParams;
  const filter = {
    type: asked.get('type') ?? '',
    notice: asked.get('notice') ?? '',
    page: pageOf(request),
  };
  const today = dayOf(scope.now);
  const kind = scope.actor.kind;
  return { ...(await listProgramme(scope, filter)), filter, today, kind, month: monthOf(null, today).month };
}

const types = entryTypes.map((value) => ({ value, label: typeNames[value] }));
const notices = noticeTypes.map((value) => ({ value, label: noticeNames[value] }));

export default function Calendar() {
  const { entries, count, pages, filter, today, kind, month } = useLoaderData<typeof loader>();
  const page = (to: number) =>
    `/audits/calendar?${new URLSearchParams({ type: filter.type, notice: filter.notice, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader
        title="Audit calendar"
        lead={kind === 'recruiter' ? rule : undefined}
        action={
          <>
            <ButtonLink to={`/audits/calendar/month?month=${month}`} kind="secondary">
              By month
            </ButtonLink>
            {kind === 'officer' ? (
              <ButtonLink to="/scheme/audit-draws" kind="secondary">
                Random draws
              </ButtonLink>
            ) : null}
            <ButtonLink to="/audits/calendar/feed" kind="secondary">
              In your own calendar
            </ButtonLink>
          </>
        }
      />
      {kind === 'recruiter' ? null : (
        <Filters clear="/audits/calendar">
          <SelectField field={queryField('type', filter.type)} label="Audit" options={types} empty="Any" />
          <SelectField
            field={queryField('notice', filter.notice)}
            label="Notice"
            options={notices}
            empty="Any"
          />
        </Filters>
      )}
      <Agenda entries={entries} today={today} count={count} schedules={kind === 'auditor'} />
      <Pagination page={filter.page} pages={pages} count={count} href={page} />
    </>
  );
}

const rule =
  'You are audited within twelve months of your certificate and then each year. At least one audit of a cycle comes without its day being told. Audits that are announced stand in the months with their days.';
