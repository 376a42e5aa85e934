import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';

import { latestEntries, timelineOf } from '#app/events/timeline.server.ts';
import { worded } from '#app/events/wording.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { countByState } from '#app/features/applications/queries.server.ts';
import * as applications from '#app/features/applications/tasks.server.ts';
import { Pipeline } from '#app/features/applications/ui/pipeline.tsx';
import { findingsByPrinciple } from '#app/features/audits/findings/lists.server.ts';
import * as findings from '#app/features/audits/findings/tasks.server.ts';
import * as audits from '#app/features/audits/tasks.server.ts';
import * as certificates from '#app/features/certificates/tasks.server.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import { soonestFirst, type Task } from '#app/platform/task.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { HeatMap } from '#app/ui/figures.tsx';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { TaskList } from '#app/ui/task-list.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Now · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(
    request,
    'recruiter',
    'company',
    'auditor',
    'reviewer',
    'decider',
    'officer',
    'caseworker',
    'trainer',
    'authority',
  );
  const desk = await deskOf(scope);
  return { today: dayOf(scope.now), ...desk, tasks: soonestFirst(desk.tasks) };
}

type Desk = {
  tasks: Task[];
  states?: [string, number][];
  heat?: Awaited<ReturnType<typeof findingsByPrinciple>>;
  recent?: Awaited<ReturnType<typeof timelineOf>>;
};

/** What each role opens on: its tasks, one picture of how things stand, and what changed. */
async function deskOf(scope: Scope<SignedIn>): Promise<Desk> {
  const { actor } = scope;
  switch (actor.kind) {
    case 'recruiter': {
      const own = { ...scope, actor };
      const tasks = [
        ...(await applications.listRecruiterTasks(own)),
        ...(await findings.listFindingTasks(own)),
      ];
      return {
        tasks,
        heat: await findingsByPrinciple(own),
        recent: (await timelineOf(scope, actor.organisationId)).slice(0, 8),
      };
    }
    case 'auditor': {
      const own = { ...scope, actor };
      return {
        tasks: [...(await audits.listAuditorTasks(own)), ...(await findings.listAnswerTasks(own))],
        heat: await findingsByPrinciple(own),
      };
    }
    case 'reviewer': {
      const own = { ...scope, actor };
      return {
        tasks: [...(await audits.listReviewerTasks(own)), ...(await findings.listClosingTasks(own))],
        heat: await findingsByPrinciple(own),
      };
    }
    case 'decider': {
      const own = { ...scope, actor };
      return { tasks: await certificates.listDeciderTasks(own), recent: await latestEntries(own) };
    }
    case 'officer': {
      const own = { ...scope, actor };
      const tasks = [
        ...(await applications.listOfficerTasks(own)),
        ...(await certificates.listOfficerTasks(own)),
      ];
      return { tasks, states: [...(await countByState(own))], recent: await latestEntries(own) };
    }
    case 'company':
    case 'caseworker':
    case 'trainer':
    case 'authority':
      return { tasks: [] };
  }
}

export default function Now() {
  const { today, tasks, states, heat, recent } = useLoaderData<typeof loader>();
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer;
  const late = tasks.filter(({ due }) => due !== null && due < today).length;
  const picture = states ? <Pipeline states={states} /> : heat ? <OpenFindings rows={heat} /> : null;
  const changes = recent ? (
    <Section title="What changed">
      <Timeline entries={worded(recent)} />
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
