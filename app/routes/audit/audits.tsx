import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listClosingTasks } from '#app/features/audits/findings/tasks.server.ts';
import { auditStates, stateNames } from '#app/features/audits/model.ts';
import { listEngagements } from '#app/features/audits/team/engagements.server.ts';
import { listAudits } from '#app/features/audits/lists.server.ts';
import { listReviewTasks } from '#app/features/audits/report/tasks.server.ts';
import { Engagements } from '#app/features/audits/team/ui/engagements.tsx';
import { AuditTable } from '#app/features/audits/ui/audit-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { soonestFirst } from '#app/platform/task.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';
import { TaskList } from '#app/ui/task-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Audits · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, ...rest } = await enter(request, 'auditor', 'reviewer', 'officer');
  const filter = { state: new URL(request.url).searchParams.get('state') ?? '', page: pageOf(request) };
  const [list, engagements, reports, closings] = await Promise.all([
    listAudits({ ...rest, actor }, filter),
    actor.kind === 'auditor' ? listEngagements({ ...rest, actor }) : undefined,
    actor.kind === 'reviewer' ? listReviewTasks({ ...rest, actor }) : undefined,
    actor.kind === 'reviewer' ? listClosingTasks({ ...rest, actor }) : undefined,
  ]);
  const tasks = reports && closings && soonestFirst([...reports, ...closings]);
  return { ...list, engagements, tasks, filter, today: dayOf(rest.now) };
}

const options = auditStates.map((value) => ({ value, label: stateNames[value] }));

export default function Audits() {
  const { audits, count, pages, filter, engagements, tasks, today } = useLoaderData<typeof loader>();
  const page = (to: number) =>
    `/audits?${new URLSearchParams({ state: filter.state, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader title="Audits" />
      {engagements ? <Engagements engagements={engagements} /> : null}
      {tasks ? (
        <Section title="Waiting for your review">
          <TaskList tasks={tasks} today={today} empty="Reports to review and findings to close stand here." />
        </Section>
      ) : null}
      <Section title={engagements ? 'Your audits' : 'All audits'}>
        <Filters clear="/audits">
          <SelectField
            field={queryField('state', filter.state)}
            label="State"
            options={options}
            empty="Any state"
          />
        </Filters>
        <AuditTable audits={audits} caption={count === 1 ? '1 audit' : `${count} audits`} />
        <Pagination page={filter.page} pages={pages} count={count} href={page} />
      </Section>
    </>
  );
}
