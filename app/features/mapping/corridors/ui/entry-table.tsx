import { dayInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Entry, Standing } from '../model.ts';
import { lastDayOf } from '../rules.ts';
import { EntryTag } from './standing-tag.tsx';
import { placeInWords, topicNames } from './words.ts';

type Listed = Entry & { standing: Standing };

/** The book as staff keep it. */
export const EntryTable = ({ entries, count }: { entries: readonly Listed[]; count: number }) => (
  <DataTable
    caption={count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`}
    columns={[
      {
        ...{ key: 'title', header: 'Entry', main: true },
        cell: ({ id, title, reviewer }) => (
          <>
            <TextLink to={`/scheme/corridors/${id}`}>{title}</TextLink>
            {reviewer === null ? (
              <p className="text-sm text-ink-2">Came with the software, not reviewed yet</p>
            ) : null}
          </>
        ),
      },
      { key: 'place', header: 'Where', cell: placeInWords },
      { key: 'topic', header: 'About', cell: ({ topic }) => topicNames[topic] },
      { key: 'standing', header: 'Standing', cell: ({ standing }) => <EntryTag standing={standing} /> },
      {
        ...{ key: 'checked', header: 'Checked' },
        cell: ({ checkedOn, standing }) => (
          <>
            {dayInWords(checkedOn)}
            {standing === 'withdrawn' ? null : (
              <p className="text-sm text-ink-2">{`Holds until ${dayInWords(lastDayOf(checkedOn))}`}</p>
            )}
          </>
        ),
      },
    ]}
    rows={entries}
    empty={{
      title: 'No entry fits',
      text: 'Licences, charges, agreements, contracts and authorities appear here, each with its source.',
      action: <ButtonLink to="/scheme/corridors/new">Write an entry</ButtonLink>,
    }}
  />
);
