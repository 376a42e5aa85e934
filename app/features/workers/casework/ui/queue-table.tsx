import { languageName } from '#app/platform/names/languages.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { ComplaintState } from '../../complaints/model.ts';
import { Clock, FlagTags, StateTag } from './tags.tsx';

type Queued = {
  number: string;
  language: string;
  state: ComplaintState;
  danger: boolean;
  child: boolean;
  reprisal: boolean;
  severe: boolean;
  dueAt: Date | null;
  holder: string | null;
};
type Props = { cases: readonly Queued[]; count: number; now: Date };

export const QueueTable = ({ cases, count, now }: Props) => (
  <DataTable
    caption={count === 1 ? '1 case' : `${count.toLocaleString('en-GB')} cases`}
    columns={[
      {
        ...{ key: 'number', header: 'Case', main: true },
        cell: ({ number }) => <TextLink to={`/casework/${number}`}>{number}</TextLink>,
      },
      { key: 'flags', header: 'First', cell: (one) => <FlagTags {...one} /> },
      { key: 'state', header: 'State', cell: ({ state }) => <StateTag state={state} /> },
      { key: 'clock', header: 'Next step by', cell: ({ dueAt }) => <Clock due={dueAt} now={now} /> },
      { key: 'language', header: 'Language', cell: ({ language }) => languageName(language) },
      { key: 'holder', header: 'Whose', cell: ({ holder }) => holder ?? 'Nobody’s yet' },
    ]}
    rows={cases}
    empty={{
      title: 'No case fits',
      text: 'What workers tell appears here as soon as it is received: who is in danger first, then by clock.',
    }}
  />
);
