import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Standing, Topic } from '../model.ts';
import { lastDayOf } from '../rules.ts';
import { HelpTag } from './standing-tag.tsx';
import { topicNames } from './words.ts';

type Listed = {
  id: string;
  name: string;
  country: string;
  topics: readonly Topic[];
  demonstration: boolean;
  checkedOn: string;
  standing: Standing;
};

/** The directory as staff keep it. */
export const HelpTable = ({ entries, count }: { entries: readonly Listed[]; count: number }) => (
  <DataTable
    caption={count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`}
    columns={[
      {
        ...{ key: 'name', header: 'Name', main: true },
        cell: ({ id, name, demonstration }) => (
          <>
            <TextLink to={`/scheme/help/${id}`}>{name}</TextLink>
            {demonstration ? <p className="text-sm text-ink-2">Example</p> : null}
          </>
        ),
      },
      { key: 'country', header: 'Country', cell: ({ country }) => countryName(country) },
      {
        ...{ key: 'topics', header: 'Helps with' },
        cell: ({ topics }) => topics.map((topic) => topicNames[topic]).join(', '),
      },
      { key: 'standing', header: 'Standing', cell: ({ standing }) => <HelpTag standing={standing} /> },
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
      text: 'Hotlines, resource centres, consulates, unions, shelters and legal aid appear here once they are listed.',
      action: <ButtonLink to="/scheme/help/new">List somebody who helps</ButtonLink>,
    }}
  />
);
