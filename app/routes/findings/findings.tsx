import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findingsByPrinciple, listFindings } from '#app/features/audits/findings/lists.server.ts';
import { findingStateNames, findingStates, gradeNames } from '#app/features/audits/findings/model.ts';
import { FindingTable } from '#app/features/audits/findings/ui/finding-table.tsx';
import { grades } from '#app/features/scheme/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { CheckboxField, queryField, SelectField } from '#app/ui/fields.tsx';
import { HeatMap } from '#app/ui/figures.tsx';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Filters, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Findings · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const asked = new URL(request.url).searchParams;
  const filter = {
    state: asked.get('state') ?? '',
    grade: asked.get('grade') ?? '',
    overdue: asked.get('overdue') === 'on',
  };
  const page = pageOf(request);
  const [list, heat] = await Promise.all([
    listFindings(scope, { ...filter, page }),
    findingsByPrinciple(scope),
  ]);
  return {
    ...list,
    heat,
    filter,
    page,
    today: dayOf(scope.now),
    withRecruiter: scope.actor.kind !== 'recruiter',
  };
}

const gradeOptions = grades.map((value) => ({ value, label: gradeNames[value] }));
const stateOptions = findingStates.map((value) => ({ value, label: findingStateNames[value] }));
const columns = grades.map((grade) => gradeNames[grade]);

export default function Findings() {
  const { findings, count, pages, heat, filter, page, today, withRecruiter } = useLoaderData<typeof loader>();
  const { state, grade, overdue } = filter;
  const address = (to: number) =>
    `/findings?${new URLSearchParams({ state, grade, ...(overdue ? { overdue: 'on' } : {}), page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader title="Findings" lead="What does not meet the standard, what is due soonest first." />
      <Filters clear="/findings">
        <SelectField
          field={queryField('state', state)}
          label="State"
          options={stateOptions}
          empty="Any open state"
        />
        <SelectField
          field={queryField('grade', grade)}
          label="Grade"
          options={gradeOptions}
          empty="Any grade"
        />
        <CheckboxField field={queryField('overdue', overdue ? 'on' : undefined)} label="Only what is late" />
      </Filters>
      <FindingTable
        findings={findings}
        caption={count === 1 ? '1 finding' : `${count} findings`}
        today={today}
        withRecruiter={withRecruiter}
        empty={{
          title: 'No finding fits',
          text: 'Findings appear here when an audit raises or issues them.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={address} />
      <Section title="Open findings by principle">
        <HeatMap caption="Open findings by principle and grade" columns={columns} rows={heat} />
        <TextLink to="/findings/pictures">
          All findings in pictures, and how corrective actions are worked off
        </TextLink>
      </Section>
    </>
  );
}
