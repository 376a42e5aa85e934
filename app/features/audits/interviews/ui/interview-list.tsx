import { corridorName } from '#app/platform/places.ts';
import { sectorName } from '#app/platform/industries.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { outcomeNames, sexNames, stageNames, wayNames, type Interview } from '../model.ts';
import type { Planned } from '../progress.ts';
import { groupWords, heardSoFar } from './heard-so-far.ts';

type Plan = Planned & Exclude<Parameters<typeof groupWords>[1], null | undefined>;
type Props = { place: string; interviews: readonly Interview[]; plan: Plan | null; mayAdd: boolean };

export function InterviewList({ place, interviews, plan, mayAdd }: Props) {
  return (
    <>
      {interviews.length > 0 || plan ? <Progress interviews={interviews} plan={plan} /> : null}
      <DataTable
        caption={interviews.length === 1 ? '1 worker' : `${interviews.length} workers`}
        columns={[
          {
            key: 'key',
            header: 'Key',
            main: true,
            cell: ({ id, pseudonym }: Interview) => <TextLink to={`${place}/${id}`}>{pseudonym}</TextLink>,
          },
          {
            key: 'outcome',
            header: 'Outcome',
            cell: ({ outcome }) => <StatusTag tone="neutral">{outcomeNames[outcome]}</StatusTag>,
          },
          { key: 'corridor', header: 'Corridor', cell: ({ corridor }) => corridorName(corridor) },
          { key: 'sector', header: 'Sector', cell: ({ sector }) => sectorName(sector) },
          { key: 'stage', header: 'On the way', cell: ({ stage }) => stageNames[stage] },
          { key: 'sex', header: 'Sex', cell: ({ sex }) => sexNames[sex] },
          { key: 'reached', header: 'Reached', cell: ({ reached }) => wayNames[reached] },
        ]}
        rows={interviews}
        empty={{
          title: 'No workers yet',
          text: 'Each worker you mean to hear is added first, and gets a key that stands for the name everywhere else.',
          action: mayAdd ? <ButtonLink to={`${place}/new`}>Add a worker</ButtonLink> : undefined,
        }}
      />
    </>
  );
}

/** How many were heard, of each stratum, and how many of them without the recruiter between. */
const Progress = ({ interviews, plan }: Pick<Props, 'interviews' | 'plan'>) => (
  <Section title="Heard so far">
    <Summary items={[...heardSoFar(interviews, plan), ...groupWords(interviews, plan)]} />
  </Section>
);
