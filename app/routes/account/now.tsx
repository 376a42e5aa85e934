import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { Pipeline } from '#app/features/applications/ui/pipeline.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { roles } from '#app/platform/scope.ts';
import { soonestFirst } from '#app/platform/task.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { HeatMap } from '#app/ui/figures.tsx';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { TaskList } from '#app/ui/task-list.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

import { deskOf, type Desk } from './desk.server.ts';

export const meta: MetaFunction = () => [{ title: 'Now · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...roles);
  const desk = await deskOf(scope);
  return { today: dayOf(scope.now), ...desk, tasks: soonestFirst(desk.tasks) };
}

export default function Now() {
  const { today, tasks, states, heat, recent } = useLoaderData<typeof loader>();
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer;
  const late = tasks.filter(({ due }) => due !== null && due < today).length;
  const picture = states ? <Pipeline states={states} /> : heat ? <OpenFindings rows={heat} /> : null;
  const changes = recent ? (
    <Section title="What changed">
      <Timeline entries={recent} />
    </Section>
  ) : null;
  return (
    <>
      <PageHeader
        eyebrow={dayInWords(today)}
        title={`Hello, ${viewer?.name ?? 'there'}`}
        lead={inShort(tasks.length, late)}
      />
      <Section title="What needs you now">
        <TaskList tasks={tasks} today={today} />
      </Section>
      {picture && changes ? <Columns main={picture} aside={changes} /> : (picture ?? changes)}
    </>
  );
}

const OpenFindings = ({ rows }: { rows: NonNullable<Desk['heat']> }) => (
  <Section title="Open findings by principle">
    <HeatMap
      caption="Open findings by principle and grade"
      columns={['Critical', 'Major', 'Minor', 'Observation']}
      rows={rows}
    />
  </Section>
);

function inShort(count: number, late: number) {
  if (late > 0) return late === 1 ? 'One thing is late.' : `${late} things are late.`;
  return count === 0 ? 'Nothing waits for you.' : 'Nothing is late.';
}
