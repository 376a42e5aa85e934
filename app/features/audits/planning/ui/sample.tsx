import type { FieldMetadata } from '@conform-to/react';

import { timeInWords } from '#app/platform/calendar.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { dimensionNames, dimensions, type Dimension, type Network } from '../sample.ts';

type Made = {
  number: number;
  formula: string;
  population: number;
  target: number;
  withoutHelp: number;
  at: Date | string;
  by: string;
  leftOut?: string | null;
  strata: readonly { dimension: Dimension; name: string; workers: number; interviews: number }[];
};

/** How many interviews of which kind; it prints as it stands. */
export function SampleShown({ made }: { made: Made }) {
  const { number, formula, population, target, withoutHelp, strata, at, by } = made;
  return (
    <Section title={`${target} interviews`} aside={`Sample plan ${number}, formula ${formula}`}>
      <Summary
        items={[
          { term: 'Workers', value: `${population.toLocaleString('en-GB')} of 24 months and in process` },
          {
            term: 'Without the recruiter',
            value: `At least ${withoutHelp} of them are reached without the recruiter’s help`,
          },
          ...(made.leftOut ? [{ term: 'Left out', value: made.leftOut }] : []),
          { term: 'Planned', value: `${timeInWords(at)} by ${by}` },
        ]}
      />
      {dimensions
        .map((dimension) => ({ dimension, rows: strata.filter((one) => one.dimension === dimension) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ dimension, rows }) => (
          <DataTable
            key={dimension}
            caption={`By ${dimensionNames[dimension].toLowerCase()}: the same interviews, seen from this side`}
            columns={[
              { key: 'name', header: dimensionNames[dimension], main: true, cell: (row) => row.name },
              {
                key: 'workers',
                header: 'Workers',
                align: 'end',
                cell: (row) => row.workers.toLocaleString('en-GB'),
              },
              { key: 'interviews', header: 'Interviews', align: 'end', cell: (row) => row.interviews },
            ]}
            rows={rows}
            empty={{ title: 'Nothing', text: 'No group.' }}
          />
        ))}
    </Section>
  );
}

/** As the boxes are sent: lines of text. */
export type SampleBoxes = Record<Dimension | 'leftOut', string>;
type Fields = Record<Dimension | 'leftOut', FieldMetadata<string, SampleBoxes>>;

const hints: Record<Dimension, string> = {
  corridor:
    'Every worker stands in one: deployed in the last 24 months, or in process. One a line, such as “NP-QA: 240”',
  employer: 'The greater ones; who is in none of the lines counts as another',
  sector: 'As far as it is known',
  sex: 'As far as it is known',
  sub_agent: 'Those that supplied workers, with how many',
  stage: 'Before departure, up to six months there, longer, returned',
};

/** What the network names is said beside its box; a box that stays empty all the same has a reason below. */
export function SampleFields({ fields, network }: { fields: Fields; network: Network }) {
  const named: Partial<Record<Dimension, readonly string[]>> = network;
  const known = (dimension: Dimension) => (named[dimension] ?? []).join('; ');
  const asks = network.employer.length + network.sub_agent.length > 0;
  return (
    <>
      {dimensions.map((dimension) => (
        <TextArea
          key={dimension}
          field={fields[dimension]}
          label={`Workers by ${dimensionNames[dimension].toLowerCase()}`}
          hint={`${hints[dimension]}${known(dimension) ? `. The network names: ${known(dimension)}` : ''}`}
          rows={dimension === 'sex' || dimension === 'stage' ? 3 : 5}
          optional={dimension !== 'corridor'}
        />
      ))}
      {asks ? (
        <TextArea
          field={fields.leftOut}
          label="Why employers or sub-agents are left out"
          hint="Only where the network names some and you enter none of their workers, 20 characters at least"
          optional
        />
      ) : null}
    </>
  );
}
